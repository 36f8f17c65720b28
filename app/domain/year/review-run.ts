import type { CriteriaSheet, Criterion, VillageFacts } from "./criteria-sheet.ts";
import { measureCriterion, type RatesRun, shareOf } from "./measure-criterion.ts";

/** What the commune ran at all: decided by all villages together, so it is the same for each of them. */
export interface ReviewRun {
  readonly criteria: ReadonlySet<string>;
  readonly rates: RatesRun;
  readonly hasReports: boolean;
  /** What the parts that were run add up to, in hundredths. */
  readonly partsRun: number;
}

export function listCriteria(sheet: CriteriaSheet): readonly Criterion[] {
  return sheet.groups.flatMap(({ criteria }) => criteria);
}

export function whatWasRun(sheet: CriteriaSheet, villages: readonly VillageFacts[]): ReviewRun {
  const criteria = listCriteria(sheet);
  const rates = ratesRun(criteria, villages);
  const run = new Set(
    criteria
      .filter((criterion) => villages.some((facts) => measureCriterion(criterion, facts, rates) !== null))
      .map(({ key }) => key),
  );
  const partsRun = criteria.reduce(
    (sum, { key, nature, maximum }) => sum + (nature === "part" && run.has(key) ? maximum : 0),
    0,
  );
  return { criteria: run, rates, partsRun, hasReports: villages.some(({ reports }) => !!reports?.length) };
}

/** In the order of their keys, so that the order of villages decides nothing. */
function ratesRun(criteria: readonly Criterion[], villages: readonly VillageFacts[]): RatesRun {
  const wanted = criteria.flatMap(({ measure }) =>
    measure.by === "metric" && measure.formula.kind === "attained_and_closed" ? [measure.formula.rates] : [],
  );
  const found = new Map<string, { start: boolean }>();
  for (const rate of villages.flatMap(({ change }) => change ?? [])) {
    const isWanted = wanted.some((keys) => keys === "targets_of_the_plan" || keys.includes(rate.key));
    if (!isWanted || shareOf(rate.end) === null) continue;
    found.set(rate.key, { start: (found.get(rate.key)?.start ?? false) || shareOf(rate.start) !== null });
  }
  return new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}
