import { addDays, type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { ReportSpan } from "#app/domain/reports/report-period.ts";
import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface NewRequest {
  /** Made before sending: asking twice is asking once. */
  readonly id: string;
  readonly title: string;
  readonly request: string | null;
  /** A period by its name, or the days from and to. */
  readonly span: ReportSpan | null;
  /** The last day in time. */
  readonly due: LocalDate;
  readonly teams: readonly number[];
  readonly units: readonly string[];
}

type RequestRefusal = Extract<
  ReportRefusal,
  { code: "report_period_unclear" | "report_due_in_past" | "report_asks_nobody" | "report_not_there" }
>;

/** J08: the office asks whom it chooses for a report on any days, by a day of its own. */
export async function requestReport(
  tx: Tx,
  { communeId, actorId, now, today, newId }: RosterAct,
  wish: NewRequest,
): Promise<Verdict<{ readonly callId: string }, RequestRefusal>> {
  const known = await tx.reportCall.count({ where: { communeId, id: wish.id } });
  if (known > 0) return allowed({ callId: wish.id });
  const { span } = wish;
  if (span === null) return refused({ code: "report_period_unclear" });
  // A half-year or a year is asked for before its last day has passed; days of one's own choice have passed.
  const isTooEarly = span.kind === "range" && wish.due <= span.to;
  if (wish.due < today || isTooEarly) return refused({ code: "report_due_in_past" });
  const teams = [...new Set(wish.teams)];
  const units = [...new Set(wish.units)];
  // The office adds up a period of the year from verified work alone.
  if (span.kind === "range" && teams.length + units.length === 0)
    return refused({ code: "report_asks_nobody" });
  const knownTeams = await tx.team.count({ where: { communeId, id: { in: teams }, validTo: null } });
  const knownUnits = await tx.organisation.count({ where: { communeId, id: { in: units }, validTo: null } });
  if (knownTeams < teams.length || knownUnits < units.length) return refused({ code: "report_not_there" });
  const lateFrom = new Date(startOfDay(addDays(wish.due, 1)));
  await tx.reportCall.create({
    data: {
      communeId,
      id: wish.id,
      periodKey: span.key,
      isOnRequest: true,
      title: wish.title,
      request: wish.request,
      senderLateFrom: lateFrom,
      // The office adds up what came in within the days after.
      officeLateFrom: new Date(startOfDay(addDays(wish.due, 1 + DAYS_TO_ADD_UP))),
      openedBy: actorId,
      openedAt: now,
    },
    select: { id: true },
  });
  const sheets = [
    ...teams.map((teamId) => ({ teamId })),
    ...units.map((organisationId) => ({ organisationId })),
    {},
  ];
  await tx.report.createMany({
    data: sheets.map((sheet) => ({ ...sheet, communeId, id: newId(), callId: wish.id })),
  });
  return allowed({ callId: wish.id });
}

const DAYS_TO_ADD_UP = 3;
