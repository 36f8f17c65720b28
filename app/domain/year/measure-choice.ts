import { FORMULAS_OF } from "./check-criteria-sheet.ts";
import {
  COUNTED_KINDS,
  type Criterion,
  type Formula,
  METRICS,
  type Metric,
  VOTE_STEPS,
} from "./criteria-sheet.ts";

/** How a criterion is measured, as one word of a list: by document, by vote in steps, or a metric by one formula. */
export type MeasureChoice =
  | "document"
  | `vote-${(typeof VOTE_STEPS)[number]}`
  | `${Metric}.${Formula["kind"]}`;

export const MEASURE_CHOICES: readonly [MeasureChoice, ...MeasureChoice[]] = [
  "document",
  ...VOTE_STEPS.map((step) => `vote-${step}` as const),
  ...METRICS.flatMap((metric) => FORMULAS_OF[metric].map((kind) => `${metric}.${kind}` as const)),
];

export function readChoice(text: unknown): MeasureChoice | undefined {
  return MEASURE_CHOICES.find((each) => each === text);
}

export function choiceOf(measure: Criterion["measure"]): MeasureChoice {
  switch (measure.by) {
    case "document":
      return "document";
    case "vote":
      return `vote-${measure.step}`;
    case "metric":
      return `${measure.metric}.${measure.formula.kind}`;
  }
}

/** With the figures the house proposes; the office changes them afterwards. */
export function measureOf(choice: MeasureChoice): Criterion["measure"] {
  const step = VOTE_STEPS.find((each) => choice === `vote-${each}`);
  if (step !== undefined) return { by: "vote", step };
  for (const metric of METRICS)
    for (const kind of FORMULAS_OF[metric])
      if (choice === `${metric}.${kind}`) return { by: "metric", metric, formula: proposed(metric, kind) };
  return { by: "document" };
}

const LONG_ABSENT = 1_500;
const LEAST_LOOKS = 10;

function proposed(metric: Metric, kind: Formula["kind"]): Formula {
  const absentAtMost = metric === "household_coverage" ? LONG_ABSENT : 0;
  switch (kind) {
    case "people_mean":
      return { kind, every: "month", perTeam: null, ofAdults: 1_000, trust: null };
    case "share":
      return { kind, asked: 8_000, absentAtMost };
    case "threshold":
      return { kind, asked: 8_000, comparator: "at_least", absentAtMost };
    case "attained_and_closed":
      return { kind, rates: "targets_of_the_plan" };
    case "between":
      return metric === "agreement"
        ? { kind, from: 8_000, to: 9_500, leastLooks: LEAST_LOOKS }
        : { kind, from: 5_000, to: 9_000, leastLooks: 0 };
    case "punctual":
      return { kind, lateDays: 3, lateShare: 5_000 };
    case "each": {
      const counted = metric === "campaigns" ? COUNTED_KINDS.campaigns : COUNTED_KINDS.good_work;
      return { kind, points: Object.fromEntries(counted.map((key) => [key, 100])) };
    }
  }
}
