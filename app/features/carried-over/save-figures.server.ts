import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import { type CarriedPeriod, judgeCarriedPeriod } from "#app/domain/carried-over/carried-period.ts";
import { clashOf } from "#app/domain/carried-over/figure-sheet.ts";
import type { CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findFigures, findStart } from "./find-figures.server.ts";
import { lockFigures, removeFigures, writeFigures } from "./write-figures.server.ts";

export interface TypedFigures {
  readonly period: CarriedPeriod;
  readonly metric: CarriedMetric;
  readonly source: string;
  /** By village; null takes the figure out: nobody knows it. */
  readonly values: ReadonlyMap<number, number | null>;
}

type Refusal =
  | Extract<CarriedOverRefusal, { code: "carried_period_after_start" | "carried_counted_twice" }>
  | { code: "not_permitted" };

/** One figure of one period for many villages, as it was typed. What stays as it was keeps its first source. */
export async function saveFigures(
  tx: Tx,
  act: RosterAct,
  { period, metric, source, values }: TypedFigures,
): Promise<Verdict<{ changed: number }, Refusal>> {
  const { communeId } = act;
  await lockFigures(tx, communeId);
  const judged = judgeCarriedPeriod(period, await findStart(tx, communeId));
  if (!judged.ok && judged.code === "carried_period_after_start") return judged;
  const villages = new Map((await findVillages(tx, communeId)).map(({ id, name }) => [id, name]));
  if ([...values.keys()].some((id) => !villages.has(id))) return refused({ code: "not_permitted" });
  const known = await findFigures(tx, communeId);
  const valueNow = new Map(
    known
      .filter((figure) => figure.period === period && figure.metric === metric)
      .map(({ villageId, value }) => [villageId, value]),
  );
  const written = [...values].flatMap(([villageId, value]) =>
    value === null || valueNow.get(villageId) === value ? [] : [{ villageId, period, metric, value, source }],
  );
  const removed = [...values].flatMap(([villageId, value]) =>
    value === null && valueNow.has(villageId) ? [{ villageId, period, metric }] : [],
  );
  for (const figure of written) {
    const clash = clashOf(figure, known);
    if (clash) {
      const village = villages.get(figure.villageId) ?? "";
      return refused({ code: "carried_counted_twice", period: clash.period, village });
    }
  }
  if (written.length > 0) await writeFigures(tx, act, written, null);
  if (removed.length > 0) await removeFigures(tx, communeId, removed);
  return allowed({ changed: written.length + removed.length });
}
