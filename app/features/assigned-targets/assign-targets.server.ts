import { mayAssign, PEOPLE_MEASURE, type TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findTargetMonths } from "./find-target-months.server.ts";
import { findTargets } from "./find-targets.server.ts";

export interface TargetsWish {
  readonly monthId: number;
  /** By team; null gives the plan's quota back. */
  readonly values: ReadonlyMap<number, number | null>;
}

/** Proposes a new revision for each team whose target changes; another person approves. Sending twice is sending once. */
export async function assignTargets(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct & { readonly actorId: string },
  { monthId, values }: TargetsWish,
): Promise<Verdict<{ changed: number }, TargetRefusal | { code: "not_permitted" }>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const { open, months } = await findTargetMonths(tx, communeId, today);
  const verdict = mayAssign(monthId, open);
  if (!verdict.ok) return verdict;
  const month = months.find(({ id }) => id === monthId);
  if (!month) return refused({ code: "not_permitted" });
  const { lines } = await findTargets(tx, communeId, month);
  if ([...values.keys()].some((id) => !lines.some(({ teamId }) => teamId === id))) {
    return refused({ code: "not_permitted" });
  }
  const changed = lines.flatMap(({ teamId, assigned, proposal, revision }) => {
    const value = values.get(teamId);
    const said = proposal !== null && proposal.refused === null ? proposal.value : assigned;
    return value === undefined || value === said ? [] : [{ teamId, value, revision: revision + 1 }];
  });
  await tx.assignedTarget.createMany({
    data: changed.map((line) => ({
      ...line,
      communeId,
      monthId,
      measure: PEOPLE_MEASURE,
      proposedBy: actorId,
      proposedAt: now,
    })),
  });
  return allowed({ changed: changed.length });
}
