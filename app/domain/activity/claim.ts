import type { LocalDate } from "../calendar/local-date.ts";
import type { Audience, Mode, Outcome } from "./scheme.ts";

export const CLAIM_STATES = [
  "submitted",
  "returned",
  "withdrawn",
  "verified",
  "rejected",
  "reversed",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** E01, E02: groups a guided person may belong to. Kept for sums, never shown beside a person. */
export const PRIORITY_GROUPS = [
  "elderly",
  "disabled",
  "ethnic_minority",
  "poor_household",
  "remote",
  "manual_worker",
] as const;
export type PriorityGroup = (typeof PRIORITY_GROUPS)[number];

/** C12, C13, L12: what was seen to be so at one unit of the work; a stall's five steps and what they stand on. */
export const UNIT_CHECKS = [
  "stall_opened",
  "photos_posted",
  "advertised",
  "orders_taken",
  "orders_packed",
  "quality_committed",
  "payment_account",
] as const;
export type UnitCheck = (typeof UNIT_CHECKS)[number];

/** Figures a record may carry beside its visits (F04, L08, C09, C20, C28, C29, D20): sums of the month's report, never people. */
export const CLAIM_COUNTERS = [
  "reached_people",
  "reached_households",
  "cashless_payments",
  "dossiers",
  "questions_answered",
  "parents",
  "learners_enrolled",
  "learners_certified",
  "signatures_made",
  "signatures_used",
  "accounts_opened",
  "sims_changed",
] as const;
export type ClaimCounter = (typeof CLAIM_COUNTERS)[number];

/** One unit of the work as it is typed. Household and slot make a person known (rule 8). */
export interface UnitContent {
  readonly householdId: string | null;
  readonly slot: number | null;
  readonly serviceKey: string | null;
  readonly outcome: Outcome | null;
  readonly stage: "piloted" | "recognised" | null;
  readonly groups: readonly PriorityGroup[];
  /** Count per bonus key of the kind. */
  readonly bonuses: Readonly<Record<string, number>>;
  readonly quantity: number;
  readonly checks?: readonly UnitCheck[];
}

/** One unit that names nobody: a talk, a shift, a session. */
export const PLAIN_UNIT: UnitContent = {
  householdId: null,
  slot: null,
  serviceKey: null,
  outcome: null,
  stage: null,
  groups: [],
  bonuses: {},
  quantity: 1,
};

export type Part = "claimant" | "helper" | "teacher";

/** What a member says was done: the content of one revision of a claim. */
export interface ClaimContent {
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly mode: Mode;
  readonly audience: Audience;
  readonly place: string | null;
  readonly note: string | null;
  readonly link: string | null;
  /** Everybody who was there, known or not: visits, never people. */
  readonly visits: number;
  readonly minutes: number | null;
  readonly counters: Readonly<Record<string, number>>;
  readonly movements: readonly string[];
  readonly units: readonly UnitContent[];
  /** Member ids of those who did the work with the claimant, and as what. */
  readonly helpers: readonly { readonly memberId: string; readonly part: Exclude<Part, "claimant"> }[];
  /** Photo ids in the order shown. */
  readonly photos: readonly string[];
}
