import { allowed, refused, type Verdict } from "../verdict.ts";
import { type QuestionKey, questionOf, type SurveyForm } from "./questions.ts";

/** By question, what was tapped. A question without an answer is not in it: missing is not "no". */
export type Answers = Readonly<Partial<Record<QuestionKey, readonly string[]>>>;

/** "Không muốn trả lời" and "vắng" are answers, not gaps. */
export const OUTCOMES_AT_DOOR = ["answered", "refused", "absent"] as const;
export type OutcomeAtDoor = (typeof OUTCOMES_AT_DOOR)[number];

/** E01: said of the household in figures, never of a person. */
export const COUNTED_GROUPS = ["elderly", "disabled", "manualWorkers"] as const;
export type CountedGroup = (typeof COUNTED_GROUPS)[number];

export const LONGEST_SURVEY_NOTE = 140;

export interface AdultAnswers {
  readonly slot: number;
  /** Null: nobody asked yet. */
  readonly outcome: OutcomeAtDoor | null;
  readonly answers: Answers;
}

export interface HouseholdAnswers {
  /** Null: begun and not finished. */
  readonly outcome: OutcomeAtDoor | null;
  readonly answers: Answers;
  readonly groups: Readonly<Partial<Record<CountedGroup, number>>>;
  readonly note: string | null;
  readonly adults: readonly AdultAnswers[];
}

export type AnswerRefusal =
  | { readonly code: "survey_question_unknown" }
  | { readonly code: "survey_none_and_more" }
  | { readonly code: "survey_group_too_many"; readonly maximum: number };

/** Whether the answers are such as the form offers. */
export function judgeAnswers(
  form: SurveyForm,
  given: HouseholdAnswers,
  adultsAtMost: number,
): Verdict<null, AnswerRefusal> {
  const sheets = [
    { keys: form.household, answers: given.answers },
    ...given.adults.map(({ answers }) => ({ keys: form.adult, answers })),
  ];
  for (const { keys, answers } of sheets) {
    for (const [key, chosen] of Object.entries(answers) as [QuestionKey, readonly string[]][]) {
      if (!keys.includes(key)) return refused({ code: "survey_question_unknown" });
      const { choices, isMany } = questionOf(key);
      const isKnown = chosen.length > 0 && chosen.every((choice) => choices.includes(choice));
      if (!isKnown || (!isMany && chosen.length > 1)) return refused({ code: "survey_question_unknown" });
      if (chosen.length > 1 && chosen.includes("none")) return refused({ code: "survey_none_and_more" });
    }
  }
  const isFull = Object.values(given.groups).some((count) => count > adultsAtMost);
  return isFull ? refused({ code: "survey_group_too_many", maximum: adultsAtMost }) : allowed(null);
}

/** What somebody answered wholly is answered, whatever button was left alone; who refused or is away has no answers. */
export function settleAnswers(form: SurveyForm, given: HouseholdAnswers): HouseholdAnswers {
  if (given.outcome === "refused" || given.outcome === "absent")
    return { ...given, answers: {}, groups: {}, adults: [] };
  const adults = given.adults.flatMap((adult): AdultAnswers[] => {
    if (adult.outcome === "refused" || adult.outcome === "absent") return [{ ...adult, answers: {} }];
    const has = Object.keys(adult.answers).length;
    if (has === 0) return [];
    return [{ ...adult, outcome: isWhole(form.adult, adult.answers) ? "answered" : null }];
  });
  const outcome = isWhole(form.household, given.answers) ? "answered" : null;
  return { ...given, outcome, adults };
}

/** Nothing is left to ask: the household's own questions, and each adult of the list in one way or another. */
export function isComplete(given: HouseholdAnswers, adultsListed: number): boolean {
  if (given.outcome === "refused" || given.outcome === "absent") return true;
  if (given.outcome === null) return false;
  const settled = given.adults.filter(({ outcome }) => outcome !== null).length;
  return settled >= adultsListed && given.adults.every(({ outcome }) => outcome !== null);
}

/** A form taken is work; a shut door is not. At least one adult has answered. */
export function isWork(given: HouseholdAnswers, adultsListed: number): boolean {
  if (given.outcome !== "answered" || !isComplete(given, adultsListed)) return false;
  return adultsListed === 0 || given.adults.some(({ outcome }) => outcome === "answered");
}

/** The answers of an earlier round as far as this form still asks them: a door is then one look and one tap. */
export function sameAsBefore(form: SurveyForm, before: HouseholdAnswers): HouseholdAnswers {
  return settleAnswers(form, {
    ...before,
    outcome: null,
    note: null,
    answers: only(form.household, before.answers),
    adults: before.adults.map(({ slot, outcome, answers }) => ({
      slot,
      outcome: outcome === "answered" ? null : outcome,
      answers: only(form.adult, answers),
    })),
  });
}

/** One spelling of a sheet, whatever order its answers came in: what a repeated sending is known by. */
export function canonicalAnswers({ outcome, answers, groups, note, adults }: HouseholdAnswers): string {
  const sorted = (given: object) => Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  const sheet = (given: Answers) =>
    sorted(given).map(([key, chosen]) => [key, [...(chosen as readonly string[])].sort()]);
  const people = [...adults]
    .sort((left, right) => left.slot - right.slot)
    .map((adult) => [adult.slot, adult.outcome, sheet(adult.answers)]);
  return JSON.stringify([outcome, sheet(answers), sorted(groups), note, people]);
}

function isWhole(keys: readonly QuestionKey[], answers: Answers): boolean {
  return keys.every((key) => answers[key] !== undefined);
}

function only(keys: readonly QuestionKey[], answers: Answers): Answers {
  return Object.fromEntries(
    keys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  ) as Answers;
}
