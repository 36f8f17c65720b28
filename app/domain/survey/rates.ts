import type { Answers } from "./answers.ts";

/** What one sheet of answers says of one question of a target. */
type Finding = "yes" | "no" | "outside" | "unknown";

interface RateRule {
  readonly about: "household" | "adult";
  find(answers: Answers): Finding;
}

const isOneOf =
  (key: keyof Answers, ...wanted: readonly string[]) =>
  (answers: Answers): Finding => {
    const chosen = answers[key];
    if (chosen === undefined) return "unknown";
    return chosen.some((choice) => wanted.includes(choice)) ? "yes" : "no";
  };

/** Only those within have a share in the rate: who has no SIM is no user of 2G. */
const within =
  (inside: (answers: Answers) => Finding, asked: (answers: Answers) => Finding) =>
  (answers: Answers): Finding => {
    const place = inside(answers);
    if (place === "unknown") return "unknown";
    return place === "yes" ? asked(answers) : "outside";
  };

/** One of two that is "no" decides, whatever is not known of the other. */
const both =
  (one: (answers: Answers) => Finding, other: (answers: Answers) => Finding) =>
  (answers: Answers): Finding => {
    const found = [one(answers), other(answers)];
    if (found.includes("no")) return "no";
    return found.includes("unknown") ? "unknown" : "yes";
  };

const sells = isOneOf("produces", "crops", "livestock", "aquatic", "craft", "shop", "service");
const hasSmartphone = isOneOf("phone", "smart");

/** The shares that targets are taken of. The last ones are sub-populations: their numerator is another's denominator. */
export const SURVEY_RATES = {
  network: { about: "household", find: isOneOf("network", "mobile", "fixed") },
  sells_online: { about: "household", find: within(sells, isOneOf("sells_online", "social", "floor")) },
  young_helper: { about: "household", find: isOneOf("young_helper", "yes") },
  smartphone: { about: "adult", find: hasSmartphone },
  phone_and_apps: {
    about: "adult",
    find: both(isOneOf("phone", "basic", "smart"), isOneOf("apps", "zalo", "public_service", "local_app")),
  },
  eid_level_2: { about: "adult", find: isOneOf("eid", "level_2") },
  payment: { about: "adult", find: isOneOf("payment", "yes") },
  health_book: { about: "adult", find: isOneOf("health_book", "yes") },
  signature: { about: "adult", find: isOneOf("signature", "yes") },
  skilled: { about: "adult", find: isOneOf("skill", "2", "3") },
  without_smartphone: { about: "adult", find: isOneOf("phone", "none", "basic") },
  sim_2g: { about: "adult", find: within(isOneOf("sim", "2g", "4g"), isOneOf("sim", "2g")) },
  smartphone_owners_who_asked: {
    about: "adult",
    find: within(
      hasSmartphone,
      isOneOf("help", "eid", "payment", "health", "public_service", "selling", "safety"),
    ),
  },
} as const satisfies Record<string, RateRule>;

export type SurveyRateKey = keyof typeof SURVEY_RATES;
export const SURVEY_RATE_KEYS = Object.keys(SURVEY_RATES) as readonly SurveyRateKey[];

/** A share with its parts apart: whoever is unknown is neither in the share nor against it. */
export interface RateParts {
  readonly numerator: number;
  /** Those of whom it is known, within the sub-population. */
  readonly denominator: number;
  /** Those of the list of whom nothing is known: missing is not zero. */
  readonly unknown: number;
}

/** Equal sheets, and how many of them there are; null: a sheet of somebody who did not answer. */
export interface SheetCount {
  readonly answers: Answers | null;
  readonly count: number;
}

/** `listed`: how many the lists hold; who is on the list and has no sheet is unknown. */
export function rateOf(rate: SurveyRateKey, sheets: readonly SheetCount[], listed: number): RateParts {
  const rule: RateRule = SURVEY_RATES[rate];
  const counts = { yes: 0, no: 0, outside: 0, unknown: 0 };
  for (const { answers, count } of sheets) counts[answers === null ? "unknown" : rule.find(answers)] += count;
  const seen = counts.yes + counts.no + counts.outside + counts.unknown;
  return {
    numerator: counts.yes,
    denominator: counts.yes + counts.no,
    unknown: counts.unknown + Math.max(0, listed - seen),
  };
}

export function addParts(parts: readonly RateParts[]): RateParts {
  return parts.reduce(
    (sum, each) => ({
      numerator: sum.numerator + each.numerator,
      denominator: sum.denominator + each.denominator,
      unknown: sum.unknown + each.unknown,
    }),
    { numerator: 0, denominator: 0, unknown: 0 },
  );
}

/** In basis points, for showing; null where nobody is known. Whether a target is passed is judged on the parts. */
export function shareOf({ numerator, denominator }: RateParts): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 10_000) / denominator);
}

/** Households of the list by what the list says of them, beside all. */
export const SURVEY_SEGMENTS = ["all", "elderly", "disabled", "minority", "poor", "remote"] as const;
export type SurveySegment = (typeof SURVEY_SEGMENTS)[number];

/** Fewer people than this in a group are not shown: a figure of two would speak of two neighbours. */
export const SMALLEST_GROUP_SHOWN = 5;
