import {
  type BandCondition,
  COUNTED_KINDS,
  type CriteriaSheet,
  type Criterion,
  type Formula,
  FULL_SHEET,
  type Metric,
  VOTE_STEPS,
} from "./criteria-sheet.ts";
import { listCriteria } from "./review-run.ts";

export const MOST_CRITERIA = 40;
const MOST_BANDS = 8;
const FULL = 10_000;
/** Marks a person can choose from at a glance. */
const MOST_MARKS = 41;

export type SheetFault =
  | { readonly code: "sheet_empty" }
  /** The arithmetic that failed: each maximum, what they come to and what they should. */
  | {
      readonly code: "sheet_does_not_add_up";
      readonly parts: readonly { readonly title: string; readonly maximum: number }[];
      readonly sum: number;
      readonly total: number;
    }
  | { readonly code: "sheet_total_impossible"; readonly total: number }
  | { readonly code: "sheet_too_long"; readonly most: number; readonly count: number }
  | { readonly code: "sheet_key_twice"; readonly key: string }
  | { readonly code: "sheet_words_missing"; readonly key: string }
  | { readonly code: "sheet_maximum_impossible"; readonly title: string }
  | { readonly code: "sheet_formula_does_not_fit"; readonly title: string }
  | { readonly code: "sheet_figure_impossible"; readonly title: string }
  | { readonly code: "sheet_nature_by_vote"; readonly title: string }
  | { readonly code: "sheet_vote_step_does_not_fit"; readonly title: string; readonly most: number }
  | { readonly code: "sheet_bands_do_not_fall" }
  | { readonly code: "sheet_last_band_guarded"; readonly title: string }
  | { readonly code: "sheet_quota_impossible"; readonly quota: number }
  | { readonly code: "sheet_tie_twice"; readonly rung: string }
  | { readonly code: "sheet_village_in_two_clusters"; readonly villageId: number };

/** Which formulas can be worked out from which facts; nothing else is offered and nothing else is taken. */
export const FORMULAS_OF: Readonly<Record<Metric, readonly Formula["kind"][]>> = {
  proficient_people: ["people_mean"],
  household_coverage: ["share", "threshold"],
  change: ["attained_and_closed"],
  agreement: ["between", "share", "threshold"],
  priority_groups: ["share", "threshold", "between"],
  reports: ["punctual"],
  training: ["share", "threshold", "between"],
  good_work: ["each"],
  campaigns: ["each"],
};

/** Every fault at once, so that whoever writes the sheet sees them together. An empty list is a sound sheet. */
export function checkCriteriaSheet(sheet: CriteriaSheet): SheetFault[] {
  const criteria = listCriteria(sheet);
  if (criteria.length === 0) return [{ code: "sheet_empty" }];
  return [
    ...checkSum(sheet, criteria),
    ...checkKeys(sheet, criteria),
    ...criteria.flatMap(checkCriterion),
    ...checkBands(sheet),
    ...checkRanking(sheet),
  ];
}

/** K06: normally a hundred. */
function checkSum({ total }: CriteriaSheet, criteria: readonly Criterion[]): SheetFault[] {
  const faults: SheetFault[] = [];
  if (!isWithin(total, 1, 10 * FULL_SHEET)) faults.push({ code: "sheet_total_impossible", total });
  const parts = criteria
    .filter(({ nature }) => nature === "part")
    .map(({ title, maximum }) => ({ title, maximum }));
  const sum = parts.reduce((known, { maximum }) => known + maximum, 0);
  if (sum !== total) faults.push({ code: "sheet_does_not_add_up", parts, sum, total });
  if (criteria.length > MOST_CRITERIA) {
    faults.push({ code: "sheet_too_long", most: MOST_CRITERIA, count: criteria.length });
  }
  return faults;
}

function checkKeys(sheet: CriteriaSheet, criteria: readonly Criterion[]): SheetFault[] {
  const named = [criteria, sheet.groups, sheet.bands, sheet.clusters];
  const twice = named.flatMap((items) => {
    const keys = items.map(({ key }) => key);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  });
  const wordless = named.flat().filter(({ key, title }) => title.trim() === "" || key.trim() === "");
  return [
    ...[...new Set(twice)].map((key): SheetFault => ({ code: "sheet_key_twice", key })),
    ...wordless.map(({ key }): SheetFault => ({ code: "sheet_words_missing", key })),
  ];
}

function checkCriterion({ title, maximum, measure, nature }: Criterion): SheetFault[] {
  const faults: SheetFault[] = [];
  if (!isWithin(maximum, 1, FULL_SHEET)) faults.push({ code: "sheet_maximum_impossible", title });
  if (measure.by === "vote" && nature !== "part") faults.push({ code: "sheet_nature_by_vote", title });
  if (measure.by === "vote" && !canBeVoted(maximum, measure.step)) {
    faults.push({ code: "sheet_vote_step_does_not_fit", title, most: MOST_MARKS });
  }
  // What is taken off is a person's judgement with a paper, never a formula's.
  const isAutomaticDeduction = nature === "deduction" && measure.by !== "document";
  if (measure.by !== "metric") return faults;
  if (isAutomaticDeduction || !fits(measure.metric, measure.formula)) {
    faults.push({ code: "sheet_formula_does_not_fit", title });
  }
  if (!isSoundFormula(measure.formula)) faults.push({ code: "sheet_figure_impossible", title });
  return faults;
}

function canBeVoted(maximum: number, step: number): boolean {
  const isKnown = VOTE_STEPS.some((each) => each === step);
  return isKnown && maximum % step === 0 && maximum / step < MOST_MARKS;
}

function fits(metric: Metric, formula: Formula): boolean {
  if (!FORMULAS_OF[metric].includes(formula.kind)) return false;
  if (formula.kind !== "each") return true;
  const counted: readonly string[] =
    metric === "campaigns" ? COUNTED_KINDS.campaigns : COUNTED_KINDS.good_work;
  return Object.keys(formula.points).every((key) => counted.includes(key));
}

function isSoundFormula(formula: Formula): boolean {
  switch (formula.kind) {
    case "people_mean":
      return (
        (formula.perTeam === null || isWithin(formula.perTeam, 1, 100_000)) &&
        isWithin(formula.ofAdults, 1, FULL) &&
        (formula.trust === null ||
          (isWithin(formula.trust.from, 1, FULL) && isWithin(formula.trust.leastLooks, 1, 1_000)))
      );
    case "share":
      return isWithin(formula.asked, 1, FULL) && isWithin(formula.absentAtMost, 0, FULL - 1);
    case "threshold":
      return (
        isWithin(
          formula.asked,
          formula.comparator === "more_than" ? 0 : 1,
          formula.comparator === "more_than" ? FULL - 1 : FULL,
        ) && isWithin(formula.absentAtMost, 0, FULL - 1)
      );
    case "attained_and_closed":
      return formula.rates === "targets_of_the_plan" || formula.rates.length > 0;
    case "between":
      return (
        isWithin(formula.from, 0, FULL) &&
        isWithin(formula.to, formula.from + 1, FULL) &&
        isWithin(formula.leastLooks, 0, 1_000)
      );
    case "punctual":
      return isWithin(formula.lateDays, 0, 60) && isWithin(formula.lateShare, 0, FULL);
    case "each": {
      const points = Object.values(formula.points);
      return points.length > 0 && points.every((each) => isWithin(each, 1, FULL_SHEET));
    }
  }
}

function checkBands({ bands }: CriteriaSheet): SheetFault[] {
  const faults: SheetFault[] = [];
  const falls = bands.every((band, index) => index === 0 || band.from < (bands[index - 1]?.from ?? 0));
  const last = bands.at(-1);
  if (!falls || last === undefined || last.from !== 0 || bands.length > MOST_BANDS) {
    faults.push({ code: "sheet_bands_do_not_fall" });
  }
  if (
    !bands.every(({ from, conditions }) => Number.isSafeInteger(from) && conditions.every(isSoundCondition))
  ) {
    faults.push({ code: "sheet_bands_do_not_fall" });
  }
  // Somebody who fails every condition must still stand somewhere.
  if (last !== undefined && last.conditions.length > 0) {
    faults.push({ code: "sheet_last_band_guarded", title: last.title });
  }
  return faults;
}

function isSoundCondition(condition: BandCondition): boolean {
  return condition.kind !== "quota_met_months" || isWithin(condition.atLeast, 1, 12);
}

function checkRanking({ quota, ties, clusters }: CriteriaSheet): SheetFault[] {
  const faults: SheetFault[] = [];
  if (!isWithin(quota, 1, FULL)) faults.push({ code: "sheet_quota_impossible", quota });
  const twice = ties.find((rung, index) => ties.indexOf(rung) !== index);
  if (twice !== undefined) faults.push({ code: "sheet_tie_twice", rung: twice });
  const villages = clusters.flatMap((cluster) => cluster.villages);
  const village = villages.find((id, index) => villages.indexOf(id) !== index);
  if (village !== undefined) faults.push({ code: "sheet_village_in_two_clusters", villageId: village });
  return faults;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
