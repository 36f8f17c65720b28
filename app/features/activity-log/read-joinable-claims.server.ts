import type { Mode } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { type LogCaller, logAct } from "./log-act.ts";

/** A team-mate's record that waits: "Tôi cũng tham gia". Nothing of the residents is in it. */
export interface JoinableClaim {
  readonly id: string;
  readonly claimantName: string;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly mode: Mode;
  readonly place: string | null;
  readonly visits: number;
  readonly participantCount: number;
}

const AT_MOST = 30;

/** What the caller's team-mates sent for that day and nobody decided yet. */
export async function readJoinableClaims(caller: LogCaller, day: LocalDate): Promise<JoinableClaim[]> {
  const act = logAct(caller);
  const { communeId } = act;
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-joinable"), async (tx) => {
    const memberId = await findOwnMemberId(tx, act);
    if (memberId === null) return [];
    return tx.$queryRaw<JoinableClaim[]>`
      select c.id, m.full_name as "claimantName", c.activity_key as "activityKey", c.work_date::text as "workDate",
             c.mode, c.place, c.visits,
             (select count(*)::int from claim_participant q
               where q.commune_id = c.commune_id and q.claim_id = c.id) as "participantCount"
        from claim c
        join member m on m.commune_id = c.commune_id and m.id = c.member_id
       where c.commune_id = ${communeId} and c.work_date = ${day}::date and c.state = 'submitted'
         and c.team_id in (select ms.team_id from membership ms
                            where ms.commune_id = ${communeId} and ms.member_id = ${memberId}::uuid
                              and ms.valid_from <= ${day}::date
                              and (ms.valid_to is null or ms.valid_to >= ${day}::date))
         and not exists (select from claim_participant p
                          where p.commune_id = c.commune_id and p.claim_id = c.id and p.member_id = ${memberId}::uuid)
       order by c.received_at desc, c.id limit ${AT_MOST}`;
  });
}
