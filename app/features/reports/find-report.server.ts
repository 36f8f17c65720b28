import type { ReportBody, ReportPaper, ReportStep } from "#app/domain/reports/report.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findBody } from "./find-body.server.ts";
import { CALL_COLUMNS, type CallRow, REPORT_COLUMNS, type ReportRow, stateOf } from "./report-rows.ts";

export interface FoundReport {
  readonly call: CallRow;
  readonly report: ReportRow & { readonly changedAt: Date | null; readonly changedBy: string | null };
}

export async function findReport(tx: Tx, communeId: number, id: string): Promise<FoundReport | null> {
  const report = await tx.report.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { ...REPORT_COLUMNS, changedAt: true, changedBy: true },
  });
  if (!report) return null;
  const call = await tx.reportCall.findUniqueOrThrow({
    where: { communeId_id: { communeId, id: report.callId } },
    select: CALL_COLUMNS,
  });
  return { call, report };
}

/**
 * The report as papers and pages show it: what was sent where it was sent, else what it would say now. A report that
 * came back for mending shows the present again; what was sent before stays among its versions.
 */
export async function findReportPaper(
  tx: Tx,
  communeId: number,
  { call, report }: FoundReport,
  now: Date,
): Promise<ReportPaper> {
  const state = stateOf(report);
  const route = await findRoute(tx, communeId, report.id);
  if (state !== "draft" && state !== "returned") {
    const version = await tx.reportVersion.findUniqueOrThrow({
      where: { communeId_reportId_number: { communeId, reportId: report.id, number: report.version } },
      select: { body: true, sha256: true },
    });
    const sha256 = Buffer.from(version.sha256).toString("hex");
    return { id: report.id, state, body: JSON.parse(version.body) as ReportBody, sha256, route };
  }
  const body = await findBody(tx, { communeId, call, report, now });
  return { id: report.id, state, body, sha256: null, route };
}

async function findRoute(tx: Tx, communeId: number, reportId: string): Promise<ReportStep[]> {
  const steps = await tx.$queryRaw<(Omit<ReportStep, "at"> & { at: Date })[]>`
    select s.stage, s.act, s.done_at as at, a.display_name as "byName", m.full_name as "signedBy", s.reason,
           case when s.act = 'sent' then encode(v.sha256, 'hex') end as sha256, s.is_late as "isLate"
      from report_step s
      join report_version v on v.commune_id = s.commune_id and v.report_id = s.report_id and v.number = s.version
      join account a on a.id = s.done_by
      left join member m on s.act = 'sent' and m.commune_id = v.commune_id and m.id = v.signed_by
     where s.commune_id = ${communeId} and s.report_id = ${reportId}::uuid order by s.number`;
  return steps.map((step) => ({ ...step, at: step.at.getTime() }));
}
