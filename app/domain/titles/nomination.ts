import type { LocalDate } from "../calendar/local-date.ts";
import { judgeRegulation } from "../roster/commune.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { TitleRefusal } from "./title-refusals.ts";

export const TITLE_WORDS = ["approve", "reject", "withdraw"] as const;
export type TitleWordKind = (typeof TITLE_WORDS)[number];

/** What one person said of a nomination. Never changed, never taken back: a new nomination is a new record. */
export interface TitleWord {
  readonly kind: TitleWordKind;
  readonly accountId: string;
}

export interface TitlePerson {
  readonly accountId: string;
  readonly householdId: string | null;
}

export interface Nomination {
  readonly nominee: { readonly accountId: string | null; readonly householdId: string | null };
  readonly nominatedBy: string;
  /** Of the version of the title it was made under, whatever was published since. */
  readonly approvalsNeeded: number;
  readonly words: readonly TitleWord[];
  readonly award: { readonly isRevoked: boolean } | null;
}

export const NOMINATION_STATES = [
  "waiting",
  "enough",
  "granted",
  "rejected",
  "withdrawn",
  "revoked",
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

/** Out of what was said: the state is stored nowhere. */
export function nominationState(nomination: Nomination): NominationState {
  const { award, words, approvalsNeeded } = nomination;
  if (award) return award.isRevoked ? "revoked" : "granted";
  if (words.some(({ kind }) => kind === "withdraw")) return "withdrawn";
  if (words.some(({ kind }) => kind === "reject")) return "rejected";
  return approversOf(nomination).length >= approvalsNeeded ? "enough" : "waiting";
}

/** Different persons, whatever a store may hold twice. */
export function approversOf({ words, nominatedBy, nominee }: Nomination): string[] {
  const said = words.filter(({ kind }) => kind === "approve").map(({ accountId }) => accountId);
  return [...new Set(said)].filter((id) => id !== nominatedBy && id !== nominee.accountId);
}

export function isOpen(state: NominationState): boolean {
  return state === "waiting" || state === "enough";
}

type WordRefusal = Extract<
  TitleRefusal,
  {
    code:
      | "title_nomination_ended"
      | "title_is_you"
      | "title_own_nomination"
      | "title_same_household"
      | "title_not_your_nomination";
  }
>;

/** "known": the same person said the same before; saying it again changes nothing (rule 3). */
export function judgeWord(
  nomination: Nomination,
  kind: TitleWordKind,
  person: TitlePerson,
): Verdict<"new" | "known", WordRefusal> {
  const { nominee, nominatedBy, words } = nomination;
  const said = words.find(({ accountId }) => accountId === person.accountId);
  if (said?.kind === kind) return allowed("known");
  if (!isOpen(nominationState(nomination))) return refused({ code: "title_nomination_ended" });
  const isNominator = person.accountId === nominatedBy;
  if (kind === "withdraw")
    return isNominator ? allowed("new") : refused({ code: "title_not_your_nomination" });
  if (person.accountId === nominee.accountId) return refused({ code: "title_is_you" });
  if (isNominator) return refused({ code: "title_own_nomination" });
  if (nominee.householdId !== null && nominee.householdId === person.householdId)
    return refused({ code: "title_same_household" });
  return allowed("new");
}

type GrantRefusal = Extract<
  TitleRefusal,
  { code: "title_nomination_ended" | "title_is_you" | "title_approvals_short" }
>;

/** The office puts number and date to what others have agreed to; never to a title of its own. */
export function judgeGrant(nomination: Nomination, person: TitlePerson): Verdict<null, GrantRefusal> {
  const state = nominationState(nomination);
  if (!isOpen(state)) return refused({ code: "title_nomination_ended" });
  if (person.accountId === nomination.nominee.accountId) return refused({ code: "title_is_you" });
  if (state === "enough") return allowed(null);
  return refused({
    code: "title_approvals_short",
    needed: nomination.approvalsNeeded,
    have: approversOf(nomination).length,
  });
}

/** Number and date of the decision that recognises, as they stand on its paper. */
export interface Recognition {
  readonly number: string;
  readonly date: LocalDate;
}

export type RecognitionRefusal = Extract<
  TitleRefusal,
  { code: "title_number_malformed" | "title_date_in_future" | "title_date_too_early" }
>;

/** "12/QĐ-UBND", as every decision of the commune; not of a day before it was asked for. */
export function judgeRecognition(
  recognition: Recognition,
  { today, notBefore }: { readonly today: LocalDate; readonly notBefore: LocalDate | null },
): Verdict<Recognition, RecognitionRefusal> {
  const verdict = judgeRegulation(recognition, today);
  if (!verdict.ok) {
    return verdict.code === "regulation_number_malformed"
      ? refused({ code: "title_number_malformed" })
      : refused({ code: "title_date_in_future", today });
  }
  if (notBefore !== null && recognition.date < notBefore)
    return refused({ code: "title_date_too_early", from: notBefore });
  return verdict;
}

/** A title that stands is taken back by two persons, neither of them its bearer. */
export interface Revocation {
  readonly bearerAccountId: string | null;
  readonly askedBy: string | null;
  readonly isRevoked: boolean;
}

type RevocationRefusal = Extract<
  TitleRefusal,
  {
    code:
      | "title_revoked_already"
      | "title_revocation_waits"
      | "title_revocation_is_yours"
      | "title_is_you"
      | "title_nomination_ended";
  }
>;

export function judgeRevocationAsked(
  revocation: Revocation,
  accountId: string,
): Verdict<null, RevocationRefusal> {
  if (revocation.isRevoked) return refused({ code: "title_revoked_already" });
  if (revocation.bearerAccountId === accountId) return refused({ code: "title_is_you" });
  return revocation.askedBy === null ? allowed(null) : refused({ code: "title_revocation_waits" });
}

export function judgeRevocationAnswered(
  revocation: Revocation,
  accountId: string,
): Verdict<null, RevocationRefusal> {
  if (revocation.isRevoked) return refused({ code: "title_revoked_already" });
  if (revocation.askedBy === null) return refused({ code: "title_nomination_ended" });
  if (revocation.bearerAccountId === accountId) return refused({ code: "title_is_you" });
  return revocation.askedBy === accountId ? refused({ code: "title_revocation_is_yours" }) : allowed(null);
}
