import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { AttendanceState } from "#app/domain/training/training-session.ts";
import type { SessionFactsView } from "./session-facts.tsx";

export interface RollLineView {
  readonly memberId: string;
  readonly fullName: string;
  readonly teamName: string;
  readonly isInvited: boolean;
  readonly isSelf: boolean;
  readonly state: AttendanceState | null;
  readonly way: "code" | "list" | "own" | null;
  readonly reason: string | null;
  readonly claimId: string | null;
}

export interface OwnSessionView extends SessionFactsView {
  readonly id: string;
  readonly title: string;
  readonly link: string | null;
  readonly state: AttendanceState | null;
  readonly claimId: string | null;
  readonly isInvited: boolean;
  readonly isOver: boolean;
  readonly isDoorOpen: boolean;
}

export interface OwnCourseView {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly link: string | null;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly dueOn: LocalDate | null;
  readonly certificate: {
    readonly id: string;
    readonly state: "sent" | "confirmed" | "returned";
    readonly reason: string | null;
    readonly decidedBy: string | null;
    readonly claimId: string | null;
  } | null;
}
