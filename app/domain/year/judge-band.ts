import type { Band, BandCondition, CriteriaSheet, VillageFacts } from "./criteria-sheet.ts";
import { compare, type Exact, exact } from "./exact.ts";
import { listCriteria, type ReviewRun } from "./review-run.ts";
import type { CriterionScore, HeldBack } from "./working.ts";

interface JudgedBand {
  readonly band: string;
  readonly bandByScore: string;
  readonly heldBack: readonly HeldBack[];
}

/**
 * Half open on the exact score: 89.996 is shown as 90 and stays below it. Who fails a condition falls to the next lower
 * band whose conditions hold; every condition that failed on the way is told.
 */
export function judgeBand(
  sheet: CriteriaSheet,
  total: Exact,
  criteria: readonly CriterionScore[],
  facts: VillageFacts,
  run: ReviewRun,
): JudgedBand {
  const within = sheet.bands.filter(({ from }) => compare(total, exact(from)) >= 0);
  const heldBack: HeldBack[] = [];
  for (const band of within) {
    const failed = band.conditions.filter((condition) => !holds(condition, sheet, criteria, facts, run));
    if (failed.length === 0) return { band: band.key, bandByScore: keyOf(within[0]), heldBack };
    heldBack.push(...failed.map(({ kind }) => ({ band: band.key, condition: kind })));
  }
  const last = sheet.bands.at(-1);
  return { band: keyOf(last), bandByScore: keyOf(within[0] ?? last), heldBack };
}

function holds(
  condition: BandCondition,
  sheet: CriteriaSheet,
  criteria: readonly CriterionScore[],
  facts: VillageFacts,
  run: ReviewRun,
): boolean {
  switch (condition.kind) {
    case "no_gap":
      return !criteria.some(
        ({ key, state, hasGap }) => isPart(sheet, key) && (state === "no_data" || hasGap),
      );
    case "no_report_missing":
      if (!run.hasReports) return true;
      return !!facts.reports?.length && facts.reports.every(({ daysLate }) => daysLate !== null);
    case "quota_met_months":
      return !isPeopleRun(sheet, run) || monthsMet(criteria) >= condition.atLeast;
  }
}

function isPart(sheet: CriteriaSheet, key: string): boolean {
  return listCriteria(sheet).some((criterion) => criterion.key === key && criterion.nature === "part");
}

function isPeopleRun(sheet: CriteriaSheet, run: ReviewRun): boolean {
  return listCriteria(sheet).some(
    ({ key, measure }) =>
      run.criteria.has(key) && measure.by === "metric" && measure.formula.kind === "people_mean",
  );
}

/** Spans in which all that was asked was there. */
export function monthsMet(criteria: readonly CriterionScore[]): number {
  const found = criteria.find(({ working }) => working?.kind === "people_mean")?.working;
  return found?.kind === "people_mean" ? found.spans.filter(({ ratio }) => ratio === "1/1").length : 0;
}

function keyOf(band: Band | undefined): string {
  return band?.key ?? "";
}
