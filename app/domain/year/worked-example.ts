import type { LocalDate } from "../calendar/local-date.ts";
import type { CriteriaSheet, Criterion, RateFact, VillageFacts } from "./criteria-sheet.ts";
import { CHANGE_RATES } from "./criteria-sheet.ts";
import { listCriteria } from "./review-run.ts";
import { scoreReview } from "./score-review.ts";
import type { VillageScore } from "./working.ts";

export interface WorkedExample {
  readonly facts: VillageFacts;
  readonly score: VillageScore;
}

/** In a made-up year: twelve months, some above and some below what is asked. */
const PEOPLE = [18, 24, 31, 12, 30, 33, 27, 30, 36, 21, 30, 28];
const REPORTS_LATE = [0, 0, 2, 0, 0, 0, 5, 0, 0, 0, 0, 0];

/** K07: a village that is nowhere, worked out by the very sheet it stands beside, so that it can be followed by hand. */
export function workedExample(
  sheet: CriteriaSheet,
  { village, paper }: { readonly village: string; readonly paper: string },
): WorkedExample {
  const criteria = listCriteria(sheet);
  const facts: VillageFacts = {
    villageId: 0,
    name: village,
    households: 120,
    adults: 300,
    teams: 1,
    members: 6,
    women: 3,
    proficientPeople: PEOPLE.map((people, index) => ({ month: 202_601 + index, people, assigned: null })),
    coverage: { reached: 84, households: 120, absent: 8 },
    change: ratesOf(criteria),
    agreement: { agrees: 18, differs: 2, unreachable: 0 },
    priorityGroups: { reached: 14, registered: 32 },
    reports: REPORTS_LATE.map((daysLate, index) => {
      const month = String(index + 1).padStart(2, "0");
      return { periodKey: `2026-${month}`, dueOn: `2026-${month}-19` as LocalDate, daysLate };
    }),
    training: { attended: 21, asked: 24 },
    goodWork: { recognised: 1, replicated: 1, story: 3 },
    campaigns: { goal: 1 },
    told: Object.fromEntries(criteria.flatMap((criterion) => toldOf(criterion, paper))),
    votes: Object.fromEntries(criteria.flatMap(votesOf)),
  };
  const [score] = scoreReview(sheet, [facts]);
  if (score === undefined) throw new Error("one village has one score");
  return { facts, score };
}

/** Two rates are enough to follow the rule by hand. */
function ratesOf(criteria: readonly Criterion[]): readonly RateFact[] {
  const named = criteria.flatMap(({ measure }) =>
    measure.by === "metric" && measure.formula.kind === "attained_and_closed" ? [measure.formula.rates] : [],
  );
  const keys = named.flatMap((rates) => (rates === "targets_of_the_plan" ? CHANGE_RATES : rates));
  const starts = [
    { start: 60, end: 180, asked: 9_000 },
    { start: 255, end: 255, asked: 9_000 },
  ];
  return [...new Set(keys)].slice(0, starts.length).map((key, index) => {
    const { start = 0, end = 0, asked = 0 } = starts[index] ?? {};
    return { key, asked, start: { part: start, whole: 300 }, end: { part: end, whole: 300 } };
  });
}

/** Four fifths of what can be had; nothing is taken off. */
function toldOf({ key, maximum, measure, nature }: Criterion, paper: string) {
  if (measure.by !== "document" || nature === "deduction") return [];
  return [[key, { points: Math.floor((maximum * 4) / 5), document: paper }]] as const;
}

/** Five of six spoke; four of them gave about four fifths, one a step less. */
function votesOf({ key, maximum, measure }: Criterion) {
  if (measure.by !== "vote") return [];
  const { step } = measure;
  const usual = Math.floor((maximum * 4) / 5 / step) * step;
  return [[key, { sum: 4 * usual + Math.max(0, usual - step), votes: 5, voters: 6 }]] as const;
}
