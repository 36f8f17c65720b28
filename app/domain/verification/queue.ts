import type { Part } from "../activity/claim.ts";
import type { Outcome } from "../activity/scheme.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { VerifyRole } from "./may-verify.ts";

/** One person, household, certificate or shift of the work, as its checker may see it. */
export interface QueueUnit {
  readonly ordinal: number;
  /** "Bà Lan ...123": opened for this claim's checker alone (rule 8). */
  readonly label: string | null;
  readonly householdCode: string | null;
  readonly slot: number | null;
  /** Only where it is not the member's own village. */
  readonly villageName: string | null;
  readonly serviceName: string | null;
  readonly outcome: Outcome | null;
  readonly stage: "piloted" | "recognised" | null;
  readonly isPriority: boolean;
  readonly bonuses: Readonly<Record<string, number>>;
  readonly quantity: number;
}

/** Everything a checker decides by. */
export interface QueueCard {
  readonly id: string;
  readonly revision: number;
  readonly memberId: string;
  readonly memberName: string;
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly activityKey: string;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly submittedAt: Instant;
  readonly mode: string;
  readonly audience: string;
  readonly place: string | null;
  readonly note: string | null;
  readonly link: string | null;
  readonly visits: number;
  readonly minutes: number | null;
  readonly counters: Readonly<Record<string, number>>;
  readonly isFromPaper: boolean;
  /** Whoever typed it, where that is not the member. */
  readonly enteredBy: string | null;
  readonly helpers: readonly { readonly name: string; readonly part: Exclude<Part, "claimant"> }[];
  readonly units: readonly QueueUnit[];
  readonly photos: readonly {
    readonly id: string;
    readonly isSignedSheet: boolean;
    /** As the camera or the phone says; nobody has checked it. */
    readonly takenOn: LocalDate | null;
  }[];
  /** Facts that make one look twice; they decide nothing. */
  readonly signals: readonly { readonly kind: string; readonly facts: Readonly<Record<string, unknown>> }[];
  /** What it was sent back for, when it was. */
  readonly returned: { readonly reasonCode: string | null; readonly reason: string | null } | null;
  /** Decided later than this, its points are booked in the next month; null while no month says so. */
  readonly dueAt: Instant | null;
  /** Its month is closed already: it counts as an adjustment of the month that is open. */
  readonly isAfterClose: boolean;
  /** The right by which this reader would decide it. */
  readonly as: VerifyRole;
}

/** What one member did on one day: decided in one go, if the checker likes. */
export interface QueueGroup {
  readonly key: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly teamName: string;
  readonly workDate: LocalDate;
  readonly cards: readonly QueueCard[];
}

export interface Queue {
  readonly groups: readonly QueueGroup[];
  /** All that waits for this reader now; the screen holds the first of them. */
  readonly total: number;
  readonly dueSoon: number;
  /** Claims of the same teams that others decide first, and when the next of them comes here. */
  readonly later: { readonly count: number; readonly nextAt: Instant | null };
}

export type QueueVerdict = "approve" | "return" | "reject";

/** One decision, named before it is sent: sending it again changes nothing. */
export interface QueueDecision {
  readonly decisionId: string;
  readonly claimId: string;
  readonly revision: number;
  readonly verdict: QueueVerdict;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}
