import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { isOpen } from "#app/domain/reports/report-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCallsFrom } from "./find-calls-from.server.ts";
import { stateOf } from "./report-rows.ts";
import { writeAsking } from "./write-asking.server.ts";

interface TakeOffWish {
  readonly callId: string;
  readonly reportId: string;
  readonly reason: string;
}

/**
 * L30: a unit that has nothing to report is taken off the period and those after it: not asked, not reminded, not counted
 * as late. What it sent stays sent.
 */
export async function takeOffUnit(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  { callId, reportId, reason }: TakeOffWish,
): Promise<Verdict<null, Extract<ReportRefusal, { code: "report_not_there" | "report_sent_stays" }>>> {
  const { communeId } = act;
  await tx.$executeRaw`select from report where commune_id = ${communeId} and id = ${reportId}::uuid for update`;
  const sheet = await tx.report.findFirst({
    where: { communeId, id: reportId, callId, organisationId: { not: null } },
    select: { state: true, organisationId: true },
  });
  if (!sheet) return refused({ code: "report_not_there" });
  if (!isOpen(stateOf(sheet))) return refused({ code: "report_sent_stays" });
  const calls = await findCallsFrom(tx, communeId, callId);
  const sheets = await tx.$queryRaw<{ id: string; state: string }[]>`
    select id, state from report
     where commune_id = ${communeId} and organisation_id = ${sheet.organisationId}::uuid
       and call_id = any(${calls}::uuid[]) order by id for update`;
  for (const each of sheets)
    if (isOpen(stateOf(each))) await writeAsking(tx, act, { reportId: each.id, isAsked: false, reason });
  return allowed(null);
}
