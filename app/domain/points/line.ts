import type { UnitContent } from "../activity/claim.ts";
import type { LocalDate } from "../calendar/local-date.ts";

/** A verified claim with what scoring must know of it. Month ids are year * 100 + month, e.g. 202611. */
export interface VerifiedClaim {
  readonly id: string;
  readonly revision: number;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  /** The month of the plan the day of work lies in: caps per month go by it. */
  readonly workMonth: number;
  /** That month's first day: lines over the whole month stand on it. */
  readonly monthFrom: LocalDate;
  /** The month it was first booked in. Of two claims for the same once-only unit, the earlier booked, then the earlier worked wins. */
  readonly bookedMonth: number;
  readonly minutes: number | null;
  readonly visits: number;
  /** The round of a survey whose form this work was; left out or null where it was none. */
  readonly roundId?: string | null;
  /** The movements the record names. */
  readonly movements: readonly string[];
  readonly units: readonly VerifiedUnit[];
  readonly participants: readonly Participant[];
}

/** `householdId` is the household's first record: one that went on in another village is still the same one. */
export interface VerifiedUnit extends UnitContent {
  readonly ordinal: number;
  /** Names the resident without saying who (rule 8); null for unknown people. */
  readonly personKey: string | null;
  readonly isPriority: boolean;
}

export interface Participant {
  readonly memberId: string;
  readonly part: "claimant" | "helper" | "teacher";
  readonly teamId: number;
  readonly villageId: number | null;
}

export const LINE_KINDS = [
  "award",
  "bonus",
  "priority",
  "repeat",
  "own_cap",
  "priority_cap",
  "day_cap",
  "month_cap",
  "campaign",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/**
 * What the ledger's lines of one key must add up to. `key` is stable: the same set of verified claims gives the
 * same keys and points, in whatever order they were verified.
 */
export interface DueLine {
  readonly key: string;
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number | null;
  readonly workDate: LocalDate;
  readonly workMonth: number;
  /** Null on lines of caps. */
  readonly claimId: string | null;
  readonly revision: number | null;
  readonly unit: number | null;
}
