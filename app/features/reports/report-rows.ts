import type { Instant } from "#app/domain/calendar/local-date.ts";
import { isLateAt } from "#app/domain/reports/reminder.ts";
import {
  NO_SECTIONS,
  type ReportSections,
  type ReportStanding,
  type ReportState,
  SECTION_KEYS,
} from "#app/domain/reports/report.ts";
import { parseReportPeriod, type ReportSpan } from "#app/domain/reports/report-period.ts";

export interface CallRow {
  readonly id: string;
  readonly periodKey: string;
  readonly isOnRequest: boolean;
  readonly title: string | null;
  readonly request: string | null;
  readonly senderLateFrom: Date;
  readonly officeLateFrom: Date;
  readonly openedAt: Date;
}

export interface ReportRow {
  readonly id: string;
  readonly callId: string;
  readonly teamId: number | null;
  readonly organisationId: string | null;
  readonly state: string;
  readonly sections: unknown;
  readonly revision: number;
  readonly version: number;
  readonly firstSentAt: Date | null;
  readonly isAsked: boolean;
}

export const CALL_COLUMNS = {
  id: true,
  periodKey: true,
  isOnRequest: true,
  title: true,
  request: true,
  senderLateFrom: true,
  officeLateFrom: true,
  openedAt: true,
} as const;

export const REPORT_COLUMNS = {
  id: true,
  callId: true,
  teamId: true,
  organisationId: true,
  state: true,
  sections: true,
  revision: true,
  version: true,
  firstSentAt: true,
  isAsked: true,
} as const;

export function spanOf({ periodKey }: Pick<CallRow, "periodKey">): ReportSpan {
  const span = parseReportPeriod(periodKey);
  if (span === null) throw new Error(`"${periodKey}" is no period of a report`);
  return span;
}

export function isConsolidated({ teamId, organisationId }: Pick<ReportRow, "teamId" | "organisationId">) {
  return teamId === null && organisationId === null;
}

/** Sections as they are kept; what was never written is empty. */
export function sectionsOf(kept: unknown): ReportSections {
  const read = (kept ?? {}) as Partial<Record<string, { text?: unknown; isNone?: unknown }>>;
  return Object.fromEntries(
    SECTION_KEYS.map((key) => {
      const { text, isNone } = read[key] ?? NO_SECTIONS[key];
      return [key, { text: typeof text === "string" ? text : "", isNone: isNone === true }];
    }),
  ) as unknown as ReportSections;
}

export function stateOf({ state }: Pick<ReportRow, "state">): ReportState {
  return state as ReportState;
}

/** L30: on time by its first sending; missing once the due moment passed without one. */
export function standingOf(
  report: Pick<ReportRow, "state" | "firstSentAt">,
  lateFrom: Date,
  now: Instant,
): ReportStanding {
  const sentAt = report.firstSentAt?.getTime() ?? null;
  return {
    state: stateOf(report),
    sentAt,
    isLate: isLateAt(lateFrom.getTime(), sentAt ?? now),
    isMissing: sentAt === null && isLateAt(lateFrom.getTime(), now),
  };
}
