import { judgeToldFigure, type ToldFigure, type ToldFigureRefusal } from "#app/domain/targets/detail.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTargetList } from "./find-target-list.server.ts";
import { findPlanYear } from "./plan-year.server.ts";

export interface ToldWish extends ToldFigure {
  readonly id: string;
  readonly key: string;
  readonly villageId: number | null;
}

/** B19: a figure from a paper, kept with the paper's number. Sending twice is sending once. */
export async function tellFigure(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct & { readonly actorId: string },
  { id, key, villageId, toldOn, part, whole, place, document }: ToldWish,
): Promise<Verdict<null, ToldFigureRefusal | { readonly code: "not_permitted" }>> {
  const plan = await findPlanYear(tx, communeId, today);
  const entry = (await findTargetList(tx, communeId, plan)).find((each) => each.key === key);
  if (!entry) return refused({ code: "not_permitted" });
  const isPlace = entry.test.kind === "place";
  const figure = isPlace ? { part: null, whole: null, place } : { part, whole, place: null };
  const verdict = judgeToldFigure({ toldOn, ...figure }, entry.test.kind, today);
  if (!verdict.ok) return verdict;
  if (
    villageId !== null &&
    (isPlace || !(await tx.village.findFirst({ where: { communeId, id: villageId } })))
  ) {
    return refused({ code: "not_permitted" });
  }
  await tx.targetFigure.createMany({
    data: [
      {
        communeId,
        id,
        year: plan.year,
        targetKey: key,
        villageId,
        toldOn: toDatabaseDay(toldOn),
        ...figure,
        document,
        enteredBy: actorId,
        enteredAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return allowed(null);
}
