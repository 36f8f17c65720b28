import type { LocalDate } from "../calendar/local-date.ts";
import type { Ground } from "./ground.ts";

/** K04: what is held up: groups, persons, households, models, initiatives. */
export const AWARD_CATEGORIES = ["collective", "individual", "household", "model", "initiative"] as const;
export type AwardCategory = (typeof AWARD_CATEGORIES)[number];

/**
 * What an award is for. Of sudden and thematic ones no later award of merit at a higher level can be built
 * (Nghị định 152/2025, Điều 4), so each says which it is.
 */
export const AWARD_BASES = ["merit", "movement", "thematic", "sudden"] as const;
export type AwardBasis = (typeof AWARD_BASES)[number];

export const AWARD_FORMS = [
  "commendation",
  "advanced_worker",
  "grassroots_fighter",
  "advanced_collective",
  "excellent_collective",
  "culture_village",
] as const;
export type AwardForm = (typeof AWARD_FORMS)[number];

/** "sent": by a village's leader, and not yet taken up by the office. */
export const PROPOSAL_STATES = ["sent", "proposed", "declined", "withdrawn", "awarded", "revoked"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const RECIPIENT_KINDS = ["village", "team", "member", "household", "unit"] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** "village:3", "member:019…", "unit:Trường …": who receives it, in one word. */
export type RecipientKey = string;

export interface RecipientView {
  readonly kind: RecipientKind;
  readonly key: RecipientKey;
  /** As the register calls it; a household by its code. */
  readonly name: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
  /** Of persons. */
  readonly sex: "female" | "male" | null;
  readonly birthYear: number | null;
  readonly position: string | null;
  readonly isLeader: boolean;
  /** Kinds of the unions and bodies they belong to. */
  readonly unions: readonly string[];
  /** Of collectives: how many they are, and how many of them women. */
  readonly members: number;
  readonly women: number;
}

export interface ProposalView {
  readonly id: string;
  /** Null for a timely commendation between reviews (K03). */
  readonly reviewId: string | null;
  readonly category: AwardCategory;
  readonly basis: AwardBasis;
  readonly theme: string | null;
  readonly form: AwardForm;
  readonly recipient: RecipientView;
  readonly printedName: string;
  readonly achievement: string;
  readonly model: { readonly id: string; readonly name: string } | null;
  readonly initiative: { readonly id: string; readonly title: string } | null;
  readonly grounds: readonly Ground[];
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: ProposalState;
  /** The village whose team proposed it; null where the office did. */
  readonly proposedFrom: string | null;
  readonly proposedBy: string;
  readonly proposedAtMs: number;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly decision: { readonly number: string; readonly date: LocalDate } | null;
  readonly steps: readonly ProposalStep[];
}

export interface ProposalStep {
  readonly act: "accept" | "decline" | "withdraw" | "award" | "revoke";
  readonly reason: string | null;
  readonly document: string | null;
  readonly by: string;
  readonly atMs: number;
}

/** Of these a list is made; the others stay to be read. */
export function isListed(state: ProposalState): boolean {
  return state === "proposed" || state === "awarded";
}
