import type { NoticeEvent } from "#app/domain/notices/notice.ts";
import type { Tx } from "#app/platform/db/database.ts";

type TaskEvent = Extract<NoticeEvent, { is: "task" }>;

interface TaskReader {
  readonly communeId: number;
  readonly accountId: string;
  readonly memberId: string | null;
}

/**
 * Orders to oneself or to the team one leads, with the reminders that followed; answers to difficulties one raised; new
 * versions of plans for whoever leads a team or an office. Nobody is told of what they did themselves.
 */
export async function findTaskEvents(
  tx: Tx,
  { communeId, accountId, memberId }: TaskReader,
  since: Date,
): Promise<TaskEvent[]> {
  const rows = await tx.$queryRaw<(Omit<TaskEvent, "is" | "at"> & { readonly at: Date })[]>`
    with held as materialized (
      select g.role, g.team_id from role_grant g
       where g.commune_id = ${communeId} and g.account_id = ${accountId}::uuid and g.ended_at is null
    ), part as (
      select p.id, p.due_on, p.reminded_at, w.content, w.issued_at
        from work_order_part p
        join work_order w on w.commune_id = p.commune_id and w.id = p.order_id
       where p.commune_id = ${communeId} and w.withdrawn_at is null and w.issued_by <> ${accountId}::uuid
         and (w.issued_at > ${since} or p.reminded_at > ${since})
         and (p.member_id = ${memberId}::uuid
           or (p.member_id is null and exists (
                select from held h where h.role in ('leader', 'deputy') and h.team_id = p.team_id)))
    )
    select issued_at as at, 'order' as about, id as "subjectId", content as title, due_on::text as day
      from part where issued_at > ${since}
    union all
    select reminded_at, 'reminder', id, content, due_on::text from part where reminded_at > ${since}
    union all
    select e.at, 'difficulty', d.id, d.content, null
      from difficulty d
      join difficulty_event e on e.commune_id = d.commune_id and e.difficulty_id = d.id and e.kind = 'answered'
     where d.commune_id = ${communeId} and d.raised_by = ${accountId}::uuid and e.by_account <> ${accountId}::uuid
       and e.at > ${since}
    union all
    select v.published_at, 'plan', p.id, concat_ws(', ', p.number, p.title), v.effective_on::text
      from plan_version v
      join plan p on p.commune_id = v.commune_id and p.id = v.plan_id
     where v.commune_id = ${communeId} and v.published_at > ${since}
       and v.published_by is distinct from ${accountId}::uuid
       and exists (select from held h where h.role in ('leader', 'deputy', 'youth_union', 'sector_office'))`;
  return rows.map((row) => ({ ...row, is: "task", at: row.at.getTime() }));
}
