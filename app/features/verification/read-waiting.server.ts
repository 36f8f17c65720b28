import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** One record that waits, by name: whom to call, about what, and until when it still counts in its month. */
export interface WaitingRecord {
  readonly id: string;
  readonly memberName: string;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly submittedAt: Instant;
  /** Null where its month takes no more points. */
  readonly closesAt: Instant | null;
}

export interface TeamWaitingList {
  readonly teamId: number;
  readonly teamName: string;
  readonly records: readonly WaitingRecord[];
}

const SHOWN_AT_MOST = 200;

/** What a team's leader has before them, the longest waiting first; null for a team of elsewhere. */
export async function readWaiting(caller: Caller, teamId: number): Promise<TeamWaitingList | null> {
  const scope = caller.scope("verification.read-waiting");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const team = await tx.team.findUnique({
      where: { communeId_id: { communeId, id: teamId } },
      select: { name: true },
    });
    if (!team) return null;
    const rows = await tx.$queryRaw<WaitingRecord[]>`
      select c.id::text as id, m.full_name as "memberName", c.work_date::text as "workDate",
             coalesce((select a ->> 'name' from jsonb_array_elements(v.content -> 'activities') a
                        where a ->> 'key' = c.activity_key), c.activity_key) as "activityName",
             (extract(epoch from c.submitted_at) * 1000)::float8 as "submittedAt",
             case when mo.state in ('open', 'grace')
                  then (extract(epoch from mo.grace_ends_at) * 1000)::float8 end as "closesAt"
        from claim c
        join member m on m.commune_id = c.commune_id and m.id = c.member_id
        left join month mo on mo.commune_id = c.commune_id and c.work_date between mo.first_day and mo.last_day
        left join scheme_version v on v.commune_id = mo.commune_id and v.version = mo.scheme_version
       where c.commune_id = ${communeId} and c.team_id = ${teamId} and c.state = 'submitted'
       order by c.submitted_at, c.id limit ${SHOWN_AT_MOST}`;
    return { teamId, teamName: team.name, records: rows };
  });
}
