import { addDays, addMonths, daysBetween, type LocalDate } from "../calendar/local-date.ts";

/** K12, D01, D02: titles of record, given by people for a term. Their keys are those of the proposal. */
export const TITLE_KEYS = ["digital-ambassador", "exemplary-member", "digital-family"] as const;
export type TitleKey = (typeof TITLE_KEYS)[number];

/** Those a member is nominated for; a household's title follows from its checklist. */
export const NOMINATED_TITLES = [
  "digital-ambassador",
  "exemplary-member",
] as const satisfies readonly TitleKey[];
export type NominatedTitle = (typeof NOMINATED_TITLES)[number];

/** One version of what a title asks for, as the commune's office published it. */
export interface TitleDefinition {
  readonly key: TitleKey;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** Different persons who must agree. */
  readonly approvals: number;
  readonly checklist: readonly string[];
  readonly checklistLeast: number;
  /** Items, counted from 1, without which the others do not help. */
  readonly required: readonly number[];
  /** People to be brought to proficiency; one figure for each tier, the first one is the title's own. */
  readonly mentees: readonly number[];
  readonly termMonths: number;
}

/** The national plan asks for five; the higher tiers are a proposal (rule 12). */
const PROPOSED_MENTEES = [5, 10, 20] as const;
/** A phone that is online, VNeID for every adult, one service filed: without these a family is not digital. */
const PROPOSED_REQUIRED = [1, 2, 3] as const;
const PROPOSED_TERM_MONTHS = 12;
/** D01: different persons; no title is given by one alone. */
export const LEAST_APPROVALS = 2;
/** Days before a term ends in which it shows up as to be looked at again. */
export const DUE_DAYS = 30;

export function isTitleKey(text: string): text is TitleKey {
  return (TITLE_KEYS as readonly string[]).includes(text);
}

export function isNominatedTitle(text: string): text is NominatedTitle {
  return (NOMINATED_TITLES as readonly string[]).includes(text);
}

/** What a stored definition says; whatever it leaves out is the proposal's. Null where it is no title's. */
export function titleOf(key: string, version: number, content: unknown): TitleDefinition | null {
  if (!isTitleKey(key) || !isRecord(content) || !isRecord(content.award)) return null;
  const { award } = content;
  if (award.by !== "people") return null;
  const checklist = textsOf(award.checklist);
  const isFamily = key === "digital-family";
  return {
    key,
    version,
    name: String(content.name ?? key),
    description: String(content.description ?? ""),
    approvals: Math.max(LEAST_APPROVALS, countOf(award.approvals, LEAST_APPROVALS)),
    checklist,
    checklistLeast: Math.min(countOf(award.checklistLeast, checklist.length), checklist.length),
    required: isFamily ? requiredOf(award.required).filter((item) => item <= checklist.length) : [],
    mentees: key === "digital-ambassador" ? menteesOf(award.mentees) : [],
    termMonths: countOf(content.termMonths, PROPOSED_TERM_MONTHS),
  };
}

/** An empty list was written by somebody: then no item is more than the others. */
function requiredOf(stored: unknown): number[] {
  return Array.isArray(stored) ? stored.filter(isCount) : [...PROPOSED_REQUIRED];
}

function menteesOf(stored: unknown): number[] {
  const steps = typeof stored === "number" ? [stored] : countsOf(stored, PROPOSED_MENTEES);
  return [...new Set(steps)].sort((left, right) => left - right);
}

/** The last day on which a title of this day is worn. */
export function validUntilOf(earnedOn: LocalDate, termMonths: number): LocalDate {
  return addDays(addMonths(earnedOn, termMonths), -1);
}

export type TermState = "in_force" | "due" | "expired";

export function termStateOf(validUntil: LocalDate | null, today: LocalDate): TermState {
  if (validUntil === null) return "in_force";
  if (validUntil < today) return "expired";
  return daysBetween(today, validUntil) <= DUE_DAYS ? "due" : "in_force";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

function countOf(value: unknown, otherwise: number): number {
  return isCount(value) ? value : otherwise;
}

function countsOf(value: unknown, otherwise: readonly number[]): number[] {
  return Array.isArray(value) && value.some(isCount) ? value.filter(isCount) : [...otherwise];
}
