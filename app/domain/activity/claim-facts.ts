import type { LocalDate } from "../calendar/local-date.ts";
import type { ActivityKind } from "./scheme.ts";

/** What the house knows that a claim is held against. */
export interface ClaimFacts {
  readonly today: LocalDate;
  /** The first day whose month still takes work. */
  readonly openFrom: LocalDate;
  /** The office types old paper: what lies before becomes a marked adjustment (rule 6). */
  readonly mayReachBack: boolean;
  /** Of the rules pinned by the month of the work. */
  readonly kind: ActivityKind | null;
  readonly memberId: string;
  /** T16: whether the claimant was in a team on that day. */
  readonly isInTeam: boolean;
  readonly services: ReadonlyMap<string, { readonly retiredOn: LocalDate | null }>;
  readonly households: ReadonlyMap<string, HouseholdFact>;
  /** Of the helpers named, those who were in a team on that day. */
  readonly teamMates: ReadonlySet<string>;
  /** Of the photos named, those the sender may attach. */
  readonly photos: ReadonlySet<string>;
}

export interface HouseholdFact {
  readonly slots: ReadonlySet<number>;
  readonly endedOn: LocalDate | null;
}
