import type { NoticeEvent } from "#app/domain/notices/notice.ts";
import type { Tx } from "#app/platform/db/database.ts";

type ReportEvent = Extract<NoticeEvent, { is: "report" }>;

/**
 * Reminders as they were told, and reports that came back: to leader and deputy of the team, to the office for its own,
 * to the Youth Union for the union's. A row is one reminder, so none comes twice.
 */
export async function findReportEvents(
  tx: Tx,
  { communeId, accountId }: { readonly communeId: number; readonly accountId: string },
  since: Date,
): Promise<ReportEvent[]> {
  const rows = await tx.$queryRaw<(Omit<ReportEvent, "is" | "at"> & { readonly at: Date })[]>`
    with held as materialized (
      select g.role, g.team_id from role_grant g
       where g.commune_id = ${communeId} and g.account_id = ${accountId}::uuid and g.ended_at is null
         and g.role in ('leader', 'deputy', 'office', 'youth_union')
    )
    select e.at, r.id as "reportId", c.period_key as "periodKey", c.title, e.step, e.reason,
           r.team_id is null and r.organisation_id is null as "isOffice",
           (extract(epoch from case when r.team_id is null and r.organisation_id is null
                                    then c.office_late_from else c.sender_late_from end) * 1000)::float8 as "lateFrom"
      from (select m.report_id, m.told_at as at, m.stage as step, null::text as reason from report_reminder m
             where m.commune_id = ${communeId} and m.told_at > ${since}
            union all
            select s.report_id, s.done_at, 'returned', s.reason from report_step s
             where s.commune_id = ${communeId} and s.act = 'returned' and s.done_at > ${since}) e
      join report r on r.commune_id = ${communeId} and r.id = e.report_id and r.is_asked
      join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
      left join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
     where exists (select from held h
                    where (h.role in ('leader', 'deputy') and h.team_id = r.team_id)
                       or (h.role = 'office' and r.team_id is null and r.organisation_id is null)
                       or (h.role = 'youth_union' and o.kind = 'youth_union'))`;
  return rows.map((row) => ({ ...row, is: "report", at: row.at.getTime() }));
}
