import type { CriteriaSheet, Criterion, VillageFacts } from "./criteria-sheet.ts";
import { divide, exact, exactText, larger, multiply, NOUGHT, roundHalfUp, subtract, sumOf } from "./exact.ts";
import { judgeBand } from "./judge-band.ts";
import { type Measured, measureCriterion } from "./measure-criterion.ts";
import { listCriteria, type ReviewRun } from "./review-run.ts";
import type { CriterionScore, VillageScore } from "./working.ts";

/**
 * One village by one sheet. A criterion nobody ran is spread over the rest in proportion; one that this village alone
 * left empty scores nothing and says so. Bonus and deduction stand outside the hundred and are spread over nothing.
 */
export function scoreVillage(
  sheet: CriteriaSheet,
  facts: VillageFacts,
  run: ReviewRun,
): Omit<VillageScore, "rank" | "cluster"> {
  const criteria = listCriteria(sheet).map((criterion) =>
    scoreCriterion(sheet, criterion, run, measureCriterion(criterion, facts, run.rates)),
  );
  const total = larger(NOUGHT, sumOf(criteria.map(({ points }) => points)));
  const shown = criteria.map(
    ({ points, maximum, ...criterion }): CriterionScore => ({
      ...criterion,
      maximum: exactText(maximum),
      points: exactText(points),
    }),
  );
  return {
    villageId: facts.villageId,
    name: facts.name,
    exact: exactText(total),
    score: roundHalfUp(total),
    ...judgeBand(sheet, total, shown, facts, run),
    criteria: shown,
  };
}

function scoreCriterion(
  sheet: CriteriaSheet,
  criterion: Criterion,
  run: ReviewRun,
  measured: Measured | null,
) {
  const { key, nature } = criterion;
  const isRun = run.criteria.has(key);
  const maximum = !isRun
    ? NOUGHT
    : nature === "part"
      ? divide(multiply(exact(criterion.maximum), exact(sheet.total)), exact(run.partsRun))
      : exact(criterion.maximum);
  const state = !isRun ? "not_run" : measured === null ? "no_data" : "scored";
  const earned = measured === null ? NOUGHT : multiply(maximum, measured.ratio);
  const points = nature === "deduction" ? subtract(NOUGHT, earned) : earned;
  return {
    key,
    state,
    maximum,
    points,
    shown: roundHalfUp(points),
    hasGap: measured?.hasGap ?? false,
    working: measured?.working ?? null,
  } as const;
}
