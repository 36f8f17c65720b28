import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { shortenName } from "#app/domain/people/person-name.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** One verified act as others may read it: whose work and what, never for whom (rule 8). */
export interface FeedItem {
  readonly claimId: string;
  readonly memberName: string;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly activityName: string;
  readonly visits: number;
  readonly workDate: LocalDate;
  readonly decidedAt: Instant;
  readonly isOwn: boolean;
  readonly isOwnTeam: boolean;
  readonly thanks: number;
  readonly isThanked: boolean;
}

const FEED_LENGTH = 8;

type FeedRow = Omit<FeedItem, "decidedAt"> & { readonly decidedAt: Date; readonly isShortName: boolean };

/** The newest verified work of the commune; of one's own team first where two were verified together. */
export async function readFeed(
  tx: Tx,
  communeId: number,
  accountId: string,
  teamId: number | null,
): Promise<FeedItem[]> {
  const rows = await tx.$queryRaw<FeedRow[]>`
    with newest as (
      select c.id, c.member_id, c.team_id, c.village_id, c.activity_key, c.visits, c.work_date, c.decided_at, c.month_id
        from claim c
        left join board_preference p on p.commune_id = c.commune_id and p.member_id = c.member_id
       where c.commune_id = ${communeId} and c.state = 'verified' and c.decided_at is not null
         and not coalesce(p.is_hidden, false)
       order by c.decided_at desc, (c.team_id is distinct from ${teamId}::int), c.id limit ${FEED_LENGTH}
    )
    select n.id::text as "claimId", m.full_name as "memberName", coalesce(p.is_short_name, false) as "isShortName",
           t.name as "teamName", v.name as "villageName", n.visits, n.work_date::text as "workDate",
           n.decided_at as "decidedAt",
           coalesce((select a ->> 'name' from month o
                       join scheme_version s on s.commune_id = o.commune_id and s.version = o.scheme_version
                       cross join jsonb_array_elements(s.content -> 'activities') a
                      where o.commune_id = ${communeId} and o.id = n.month_id and a ->> 'key' = n.activity_key limit 1),
                    n.activity_key) as "activityName",
           exists (select from claim_participant d join member x on x.commune_id = d.commune_id and x.id = d.member_id
                    where d.commune_id = ${communeId} and d.claim_id = n.id and x.account_id = ${accountId}::uuid) as "isOwn",
           n.team_id is not distinct from ${teamId}::int as "isOwnTeam",
           (select count(*)::int from thanks k
             where k.commune_id = ${communeId} and k.claim_id = n.id and k.withdrawn_at is null) as thanks,
           exists (select from thanks k where k.commune_id = ${communeId} and k.claim_id = n.id
                    and k.given_by = ${accountId}::uuid and k.withdrawn_at is null) as "isThanked"
      from newest n
      join member m on m.commune_id = ${communeId} and m.id = n.member_id
      join team t on t.commune_id = ${communeId} and t.id = n.team_id
      left join village v on v.commune_id = ${communeId} and v.id = n.village_id
      left join board_preference p on p.commune_id = ${communeId} and p.member_id = n.member_id
     order by n.decided_at desc, (n.team_id is distinct from ${teamId}::int), n.id`;
  return rows.map(({ isShortName, memberName, decidedAt, ...row }) => ({
    ...row,
    memberName: isShortName ? shortenName(memberName) : memberName,
    decidedAt: decidedAt.getTime(),
  }));
}
