import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { type TermState, type TitleDefinition, termStateOf } from "./title-definition.ts";
import type { TitleRefusal } from "./title-refusals.ts";

/** D02: how a household's list of items reached the house. */
export const FAMILY_CHANNELS = ["phone", "paper"] as const;
export type FamilyChannel = (typeof FAMILY_CHANNELS)[number];

type FamilyRule = Pick<TitleDefinition, "checklist" | "checklistLeast" | "required">;

export interface FamilyScore {
  readonly met: number;
  readonly least: number;
  readonly total: number;
  /** Items of the required ones that are missing. */
  readonly missing: readonly number[];
  readonly isEnough: boolean;
}

/** Items are counted from 1, as on paper. */
export function scoreFamily(
  items: readonly number[],
  { checklist, checklistLeast, required }: FamilyRule,
): FamilyScore {
  const met = new Set(items.filter((item) => item >= 1 && item <= checklist.length));
  const missing = required.filter((item) => !met.has(item));
  return {
    met: met.size,
    least: checklistLeast,
    total: checklist.length,
    missing,
    isEnough: met.size >= checklistLeast && missing.length === 0,
  };
}

export const FAMILY_STATES = [
  "none",
  "declared",
  "short",
  "confirmed",
  "recognised",
  "due",
  "expired",
  "revoked",
] as const;
export type FamilyState = (typeof FAMILY_STATES)[number];

export interface FamilyRecord {
  /** The latest declaration; null where the household has made none. */
  readonly declaration: { readonly isChecked: boolean; readonly isEnough: boolean } | null;
  /** The latest recognition, and whether it came of the latest declaration. */
  readonly award: {
    readonly validUntil: LocalDate | null;
    readonly isRevoked: boolean;
    readonly isOfLatest: boolean;
  } | null;
}

const OF_TERM: Readonly<Record<TermState, FamilyState>> = {
  in_force: "recognised",
  due: "due",
  expired: "expired",
};

/** Where a household stands. Whatever is under way shows before a title that is to be renewed. */
export function familyState({ declaration, award }: FamilyRecord, today: LocalDate): FamilyState {
  if (declaration && !award?.isOfLatest) {
    if (!declaration.isChecked) return "declared";
    if (declaration.isEnough) return "confirmed";
    if (!award) return "short";
  }
  if (!award) return "none";
  if (award.isRevoked) return "revoked";
  return OF_TERM[termStateOf(award.validUntil, today)];
}

export interface DeclaredFamily {
  readonly items: readonly number[];
  readonly recordedBy: string;
  readonly householdId: string;
  readonly isChecked: boolean;
}

type CheckRefusal = Extract<
  TitleRefusal,
  {
    code:
      | "family_own_record"
      | "family_own_household"
      | "family_items_not_declared"
      | "family_checked_already";
  }
>;

/** Four eyes: somebody other than whoever wrote the declaration down, and nobody of the household. */
export function judgeCheck(
  declared: DeclaredFamily,
  items: readonly number[],
  person: { readonly accountId: string; readonly householdId: string | null },
): Verdict<null, CheckRefusal> {
  if (declared.isChecked) return refused({ code: "family_checked_already" });
  if (declared.recordedBy === person.accountId) return refused({ code: "family_own_record" });
  if (declared.householdId === person.householdId) return refused({ code: "family_own_household" });
  return items.every((item) => declared.items.includes(item))
    ? allowed(null)
    : refused({ code: "family_items_not_declared" });
}
