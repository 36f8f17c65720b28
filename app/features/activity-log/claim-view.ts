import type { ClaimContent, ClaimState, Part, PriorityGroup, UnitCheck } from "#app/domain/activity/claim.ts";
import type { Audience, Mode, Outcome } from "#app/domain/activity/scheme.ts";
import type { SignalKind } from "#app/domain/activity/signals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";

export interface UnitView {
  readonly ordinal: number;
  readonly householdId: string | null;
  readonly householdCode: string | null;
  readonly lane: string | null;
  readonly slot: number | null;
  /** How the neighbours call the household and the person; null for whoever has no need of it (rule 8). */
  readonly head: string | null;
  readonly label: string | null;
  readonly villageName: string | null;
  readonly isKnown: boolean;
  readonly serviceKey: string | null;
  readonly serviceName: string | null;
  readonly outcome: Outcome | null;
  readonly stage: "piloted" | "recognised" | null;
  readonly isPriority: boolean;
  /** Kept for sums; beside a person only the owner who ticked them sees them again. */
  readonly groups: readonly PriorityGroup[];
  readonly bonuses: Readonly<Record<string, number>>;
  readonly quantity: number;
  readonly checks: readonly UnitCheck[];
}

export interface RevisionView {
  readonly revision: number;
  readonly madeAt: string;
  readonly byName: string;
  readonly content: ClaimContent;
}

export interface DecisionView {
  readonly id: string;
  readonly revision: number;
  readonly verdict: "approve" | "return" | "reject" | "reverse" | "amend";
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedAs: string;
  readonly byName: string;
}

export interface ClaimView {
  readonly id: string;
  readonly revision: number;
  readonly state: ClaimState;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly mode: Mode;
  readonly audience: Audience;
  readonly place: string | null;
  readonly note: string | null;
  readonly link: string | null;
  /** B14: "lượt" and "người", never added. */
  readonly visits: number;
  readonly people: number;
  readonly minutes: number | null;
  readonly counters: Readonly<Record<string, number>>;
  readonly movements: readonly string[];
  readonly memberId: string;
  readonly memberName: string;
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly isFromPaper: boolean;
  /** Who typed it, where that was not the member. */
  readonly enteredByName: string | null;
  readonly receivedAt: string;
  readonly submittedAt: string;
  readonly marks: readonly string[];
  readonly participants: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly part: Part;
    readonly joinedAt: string;
  }[];
  readonly units: readonly UnitView[];
  readonly photos: readonly {
    readonly id: string;
    readonly takenOn: LocalDate | null;
    readonly isSignedSheet: boolean;
    readonly width: number;
    readonly height: number;
  }[];
  /** For whoever checks; the people of the record see those about their clock and their day. */
  readonly signals: readonly {
    readonly kind: SignalKind;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
  readonly revisions: readonly RevisionView[];
  readonly decisions: readonly DecisionView[];
  /** What this reader may do now. */
  readonly may: {
    readonly edit: boolean;
    readonly resubmit: boolean;
    readonly withdraw: boolean;
    readonly verify: boolean;
  };
}
