import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** L30: the office's own word to everybody who has not sent. Once a day to each, however often the button is pressed. */
export async function remindNow(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct,
  callId: string,
): Promise<Verdict<{ readonly told: number }, Extract<ReportRefusal, { code: "report_nobody_to_remind" }>>> {
  const open = await tx.report.findMany({
    where: { communeId, callId, isAsked: true, state: { in: ["draft", "returned"] } },
    select: { id: true, teamId: true, organisationId: true },
    orderBy: { id: "asc" },
  });
  const asked = open.filter(({ teamId, organisationId }) => teamId !== null || organisationId !== null);
  if (asked.length === 0) return refused({ code: "report_nobody_to_remind" });
  const { count } = await tx.reportReminder.createMany({
    data: asked.map(({ id }) => ({
      communeId,
      reportId: id,
      stage: "asked",
      forDay: toDatabaseDay(today),
      toldBy: actorId,
      toldAt: now,
    })),
    skipDuplicates: true,
  });
  return allowed({ told: count });
}
