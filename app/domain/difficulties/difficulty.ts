import { addDays, daysBetween, type Instant, type LocalDate, localDateAt } from "../calendar/local-date.ts";

/** What a difficulty is about: I03 sends each to the office that answers for the field. "plan" is L28. */
export const DIFFICULTY_FIELDS = [
  "public_services",
  "platform",
  "network",
  "payment",
  "safety",
  "health",
  "education",
  "resources",
  "organisation",
  "plan",
  "other",
] as const;
export type DifficultyField = (typeof DIFFICULTY_FIELDS)[number];

/** I02: where it lies, from the village upwards. */
export const DIFFICULTY_STAGES = ["team", "office", "committee", "upper"] as const;
export type DifficultyStage = (typeof DIFFICULTY_STAGES)[number];

/** Proposed days until whoever has it should have answered. */
const DAYS_TO_ANSWER: Readonly<Record<DifficultyStage, number>> = {
  team: 3,
  office: 7,
  committee: 10,
  upper: 30,
};

export type DifficultyEventKind =
  | "raised"
  | "routed"
  | "escalated"
  | "returned"
  | "noted"
  | "answered"
  | "reopened";

export interface DifficultyEvent {
  readonly kind: DifficultyEventKind;
  readonly stage: DifficultyStage;
  readonly ownerUnit: string | null;
  readonly dueOn: LocalDate | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

export type DifficultyRefusal =
  | { readonly code: "difficulty_answered_already" }
  | { readonly code: "difficulty_at_the_top" }
  | { readonly code: "difficulty_not_here" }
  | { readonly code: "difficulty_not_answered_yet" }
  | { readonly code: "difficulty_due_in_past"; readonly today: LocalDate }
  | { readonly code: "difficulty_plan_missing" };

export function dueOf(stage: DifficultyStage, from: LocalDate): LocalDate {
  return addDays(from, DAYS_TO_ANSWER[stage]);
}

export function stageAbove(stage: DifficultyStage): DifficultyStage | null {
  return DIFFICULTY_STAGES[DIFFICULTY_STAGES.indexOf(stage) + 1] ?? null;
}

export function isOverdue(
  { state, dueOn }: { readonly state: "open" | "answered"; readonly dueOn: LocalDate },
  today: LocalDate,
): boolean {
  return state === "open" && dueOn < today;
}

export interface StageStay {
  readonly stage: DifficultyStage;
  readonly from: Instant;
  /** Null while it lies there. */
  readonly until: Instant | null;
  readonly days: number;
}

/** How long it lay where, from its events in the order they happened. An answer ends the stay, asking again begins one. */
export function stageStays(events: readonly DifficultyEvent[], now: Instant): StageStay[] {
  const stays: StageStay[] = [];
  let open: { stage: DifficultyStage; from: Instant } | null = null;
  const close = (until: Instant | null) => {
    if (open === null) return;
    const days = daysBetween(localDateAt(open.from), localDateAt(until ?? now));
    stays.push({ ...open, until, days });
    open = null;
  };
  for (const { kind, stage, at } of events) {
    const isMove = open !== null && (open as { stage: DifficultyStage }).stage !== stage;
    if (isMove || kind === "answered") close(at);
    if (kind !== "answered" && open === null) open = { stage, from: at };
  }
  close(null);
  return stays;
}

/** One line of the report's section "Khó khăn, vướng mắc; đề xuất" (I04). */
export interface ReportedDifficulty {
  readonly id: string;
  readonly field: DifficultyField;
  readonly content: string;
  readonly proposal: string | null;
  readonly teamId: number | null;
  readonly villageId: number | null;
  /** The village's or the unit's name. */
  readonly raisedIn: string;
  readonly raisedOn: LocalDate;
  /** Where it lay at the end of the period. */
  readonly stage: DifficultyStage;
  readonly dueOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  readonly answer: string | null;
}

/** A period's difficulties as they stood at its end; each is in at most one list. */
export interface PeriodDifficulties {
  /** Raised in the period and open at its end. */
  readonly opened: readonly ReportedDifficulty[];
  /** Answered in the period, whenever they were raised. */
  readonly answered: readonly ReportedDifficulty[];
  /** Raised before the period and open at its end. */
  readonly carriedOver: readonly ReportedDifficulty[];
}

export function sortIntoPeriod(
  lines: readonly ReportedDifficulty[],
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): PeriodDifficulties {
  const known = lines.filter(({ raisedOn }) => raisedOn <= lastDay);
  const openAtEnd = known.filter(({ answeredOn }) => answeredOn === null || answeredOn > lastDay);
  const asOfEnd = openAtEnd.map((line) => ({ ...line, answeredOn: null, answer: null }));
  return {
    opened: asOfEnd.filter(({ raisedOn }) => raisedOn >= firstDay),
    answered: known.filter(
      ({ answeredOn }) => answeredOn !== null && answeredOn >= firstDay && answeredOn <= lastDay,
    ),
    carriedOver: asOfEnd.filter(({ raisedOn }) => raisedOn < firstDay),
  };
}
