import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { MonthState } from "./month.ts";
import type { AppealOutcome } from "./objection.ts";

// What screens show of a month.

/** A month with what it waits for, and its seal. */
export interface MonthHead {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly graceEndsAt: Instant;
  readonly appealsEndAt: Instant;
  readonly state: MonthState;
  readonly schemeVersion: number;
  readonly isTrial: boolean;
  /** The first instant at which a report of the month is late. */
  readonly lateFrom: { readonly team: Instant; readonly office: Instant };
  readonly sealedAt: Instant | null;
  /** The seal in full and as it is read aloud; null until the month is sealed. */
  readonly root: { readonly number: number; readonly sha256: string; readonly short: string } | null;
  readonly openAppeals: number;
  /** Of this month's figures, and of others mended in it; an exception shows for ever. */
  readonly exceptions: number;
  /** Work of its days that nobody decided on yet: it will count in a later month if the figures freeze before. */
  readonly waitingClaims: number;
  readonly points: number;
}

export interface UnitFigures {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
}

export interface MonthFigures {
  readonly commune: { readonly points: number; readonly claims: number; readonly visits: number };
  readonly villages: readonly UnitFigures[];
  readonly teams: readonly UnitFigures[];
}

/** L03: contained in the month's figures, never added to them. */
export interface Project06Figures {
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
}

export interface AppealView {
  readonly id: string;
  readonly claimId: string | null;
  readonly about: string | null;
  readonly teamName: string | null;
  readonly text: string;
  readonly madeByName: string;
  readonly madeAt: Instant;
  readonly outcome: AppealOutcome | null;
  readonly answer: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Instant | null;
}

export interface ExceptionView {
  readonly id: string;
  /** The month of the mistake and the month that carries the mending, if it has come to that. */
  readonly monthId: number;
  readonly carriedBy: number | null;
  readonly claimId: string;
  readonly about: string;
  readonly document: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly verdict: "accepted" | "declined" | null;
  readonly answer: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
}

export interface MonthClaim {
  readonly id: string;
  readonly memberName: string;
  readonly activityKey: string;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly state: string;
  readonly isAdjustment: boolean;
  /** What its lines of this month come to for the team, or for all. */
  readonly points: number;
}
