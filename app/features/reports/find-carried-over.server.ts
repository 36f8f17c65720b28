import type { ReportBody } from "#app/domain/reports/report.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CallRow, type ReportRow, sectionsOf, spanOf } from "./report-rows.ts";

/** J07: what the last report of the same kind of period, by the same sender, said. */
export async function findCarriedOver(
  tx: Tx,
  communeId: number,
  call: CallRow,
  { teamId, organisationId }: ReportRow,
): Promise<ReportBody["carriedOver"]> {
  const rows = await tx.$queryRaw<{ periodKey: string; sections: unknown }[]>`
    select c.period_key as "periodKey", r.sections
      from report r join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
     where r.commune_id = ${communeId} and r.version > 0 and c.id <> ${call.id}::uuid
       and c.sender_late_from < ${call.senderLateFrom}
       and r.team_id is not distinct from ${teamId}::int
       and r.organisation_id is not distinct from ${organisationId}::uuid
     order by c.sender_late_from desc limit 12`;
  const same = rows.find((row) => spanOf(row).kind === spanOf(call).kind);
  return same ? { key: same.periodKey, sections: sectionsOf(same.sections) } : null;
}
