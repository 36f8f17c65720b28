import type { ClaimContent, ClaimState, Part, UnitCheck } from "#app/domain/activity/claim.ts";
import type { ActivityKind, Audience, Mode, Outcome, Scheme } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Priority } from "#app/domain/households/household.ts";

/** A person's number in a household, with the name where this reader may see it. */
export interface SlotChoice {
  readonly slot: number;
  readonly label: string | null;
  readonly isLabelled: boolean;
}

export interface HouseholdChoice {
  readonly id: string;
  readonly villageId: number;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly isLongAbsent: boolean;
  readonly priorities: readonly Priority[];
  readonly slots: readonly SlotChoice[];
}

export interface ServiceChoice {
  readonly key: string;
  readonly name: string;
}

export interface MateChoice {
  readonly memberId: string;
  readonly name: string;
}

/** Everything the form of one kind is filled from. */
export interface LogBoard {
  readonly accountId: string;
  readonly today: LocalDate;
  readonly yesterday: LocalDate;
  readonly kind: ActivityKind;
  readonly limits: Scheme["limits"];
  /** The usual way of this member for this kind comes first. */
  readonly modes: readonly Mode[];
  readonly services: readonly ServiceChoice[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly households: readonly HouseholdChoice[];
  /** Unit keys, the latest first. */
  readonly recent: readonly string[];
  /** Unit keys with "+service" behind them where one was named: what this kind already holds this year. */
  readonly claimed: readonly string[];
  readonly mates: readonly MateChoice[];
  /** Names to offer for the place. */
  readonly places: readonly string[];
  /** Other records that lie on this phone: caps and repeats are reckoned over them as well. */
  readonly beside?: Beside;
}

/** Records that are known beside the one that is written, with the rules of their kinds: those of the phone's own book. */
export interface Beside {
  readonly contents: readonly ClaimContent[];
  readonly kinds: readonly ActivityKind[];
}

/** One record, as far as its reader may see it. */
export interface RecordView {
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
  readonly visits: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly movements: readonly string[];
  readonly people: number;
  readonly minutes: number | null;
  readonly memberName: string;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly isFromPaper: boolean;
  readonly enteredByName: string | null;
  readonly submittedAt: string;
  readonly participants: readonly { readonly memberId: string; readonly name: string; readonly part: Part }[];
  readonly units: readonly RecordUnit[];
  readonly photos: readonly {
    readonly id: string;
    readonly isSignedSheet: boolean;
    /** As the camera or the phone says; nobody has checked it. */
    readonly takenOn: LocalDate | null;
    readonly width: number;
    readonly height: number;
  }[];
  readonly signals: readonly { readonly kind: string }[];
  readonly revisions: readonly RecordRevision[];
  readonly decisions: readonly RecordDecision[];
  readonly may: {
    readonly edit: boolean;
    readonly resubmit: boolean;
    readonly withdraw: boolean;
    readonly verify: boolean;
  };
}

export interface RecordUnit {
  readonly ordinal: number;
  readonly householdId: string | null;
  readonly householdCode: string | null;
  readonly lane: string | null;
  readonly slot: number | null;
  readonly head: string | null;
  readonly label: string | null;
  readonly serviceName: string | null;
  readonly outcome: Outcome | null;
  readonly stage: "piloted" | "recognised" | null;
  readonly isPriority: boolean;
  readonly bonuses: Readonly<Record<string, number>>;
  readonly quantity: number;
  readonly checks: readonly UnitCheck[];
}

export interface RecordRevision {
  readonly revision: number;
  readonly madeAt: string;
  readonly byName: string;
  readonly content: ClaimContent;
}

export interface RecordDecision {
  readonly id: string;
  readonly revision: number;
  readonly verdict: "approve" | "return" | "reject" | "reverse" | "amend";
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly byName: string;
}
