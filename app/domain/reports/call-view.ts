import type { Instant } from "../calendar/local-date.ts";
import type { ReminderStage } from "./reminder.ts";
import type { ReportStanding } from "./report.ts";
import type { ReportPeriodKind } from "./report-period.ts";

/** A period that is reported on, with how far it has come. */
export interface CallHead {
  readonly id: string;
  readonly period: CallPeriod;
  readonly title: string | null;
  readonly request: string | null;
  readonly senderLateFrom: Instant;
  readonly officeLateFrom: Instant;
  readonly asked: number;
  readonly sent: number;
  readonly missing: number;
  /** The office's own. */
  readonly consolidated: { readonly id: string; readonly standing: ReportStanding } | null;
}

export interface CallPeriod {
  readonly kind: ReportPeriodKind;
  readonly key: string;
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** One who owes a report. */
export interface SheetLine {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly organisationId: string | null;
  readonly standing: ReportStanding;
  /** Of a unit whose text the office may still write down. */
  readonly isUnit: boolean;
  readonly reminders: readonly {
    readonly stage: ReminderStage | "asked";
    readonly at: Instant;
    readonly byName: string | null;
  }[];
}

/** A unit that was taken off a period, the last time it was. */
export interface OffLine {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly at: Instant;
  readonly byName: string;
}

/** A sheet on the list of those who write it. */
export interface OwnSheet {
  readonly id: string;
  readonly name: string;
  readonly period: CallPeriod;
  readonly title: string | null;
  readonly lateFrom: Instant;
  readonly standing: ReportStanding;
  readonly mayWrite: boolean;
}
