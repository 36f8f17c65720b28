import { isLateAt } from "#app/domain/reports/reminder.ts";
import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { judgeReading } from "#app/domain/reports/report-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReport } from "./find-report.server.ts";
import { isConsolidated, spanOf, stateOf } from "./report-rows.ts";
import { writeStep } from "./write-step.server.ts";

interface DecideWish {
  readonly communeId: number;
  readonly reportId: string;
  readonly act: "returned" | "approved" | "locked";
  /** The sending that was read: another one came in since is another text. */
  readonly version: number;
  readonly reason: string | null;
  readonly actorId: string;
  readonly now: Date;
}

/**
 * The office reads what teams and units sent, the committee what the office sent (J09). Locking the consolidated report
 * locks what it added up. Doing the same twice changes nothing.
 */
export async function decideReport(tx: Tx, wish: DecideWish): Promise<Verdict<null, ReportRefusal>> {
  const { communeId, reportId, act, version, now } = wish;
  await tx.$executeRaw`select from report where commune_id = ${communeId} and id = ${reportId}::uuid for update`;
  const found = await findReport(tx, communeId, reportId);
  if (!found) return refused({ code: "report_not_there" });
  const { call, report } = found;
  const state = stateOf(report);
  if (state === act && report.version === version) return allowed(null);
  if (report.version !== version) return refused({ code: "report_changed_meanwhile" });
  const verdict = judgeReading(state, act);
  if (!verdict.ok) return verdict;
  const isOfAll = isConsolidated(report);
  const span = spanOf(call);
  if (act === "returned" && span.kind === "month") {
    const month = await tx.month.findUnique({
      where: { communeId_id: { communeId, id: span.toMonth } },
      select: { state: true },
    });
    // It could never be sent again: what is wrong in a sealed month is filed as an adjustment.
    if (month?.state === "sealed" && !isOfAll)
      return refused({ code: "report_month_sealed", monthId: span.toMonth });
  }
  const ids = act === "locked" && isOfAll ? await findApproved(tx, communeId, call.id) : [];
  for (const each of [...ids, { id: reportId, version }]) {
    await tx.report.update({
      where: { communeId_id: { communeId, id: each.id } },
      data: { state: verdict.value },
      select: { id: true },
    });
    await writeStep(tx, {
      communeId,
      reportId: each.id,
      stage: act !== "locked" && isOfAll ? "committee" : "office",
      act,
      version: each.version,
      reason: wish.reason,
      isLate: isLateAt(call.officeLateFrom.getTime(), now.getTime()),
      doneBy: wish.actorId,
      doneAt: now,
    });
  }
  return allowed(null);
}

async function findApproved(tx: Tx, communeId: number, callId: string) {
  return tx.$queryRaw<{ id: string; version: number }[]>`
    select id, version from report
     where commune_id = ${communeId} and call_id = ${callId}::uuid and state = 'approved'
       and (team_id is not null or organisation_id is not null)
     order by id for update`;
}
