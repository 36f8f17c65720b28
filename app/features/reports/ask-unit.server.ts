import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCallsFrom } from "./find-calls-from.server.ts";
import { writeAsking } from "./write-asking.server.ts";

/**
 * Sector offices, schools and unions owe a report too (SCORING.md section 4, row 1). A unit asked once in a period of the
 * plan is asked in every one after it; one that was taken off finds its sheet as it left it.
 */
export async function askUnit(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  wish: { readonly callId: string; readonly organisationId: string },
): Promise<Verdict<null, Extract<ReportRefusal, { code: "report_not_there" }>>> {
  const { communeId, newId } = act;
  const { organisationId } = wish;
  const calls = await findCallsFrom(tx, communeId, wish.callId);
  const isUnit = await tx.organisation.count({
    where: { communeId, id: organisationId, validTo: null },
  });
  if (calls.length === 0 || isUnit === 0) return refused({ code: "report_not_there" });
  await tx.report.createMany({
    data: calls.map((callId) => ({ communeId, id: newId(), callId, organisationId })),
    skipDuplicates: true,
  });
  const sheets = await tx.report.findMany({
    where: { communeId, organisationId, callId: { in: calls } },
    select: { id: true },
  });
  for (const { id } of sheets) await writeAsking(tx, act, { reportId: id, isAsked: true, reason: null });
  return allowed(null);
}
