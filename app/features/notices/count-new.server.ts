import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** More are said to be "9+": the bell is a hint and no figure. */
const MOST_COUNTED = 10;

/** How many events the person has not looked at: the number on the bell, asked on every page and therefore cheap. */
export async function countNewNotices(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  { communeId, accountId }: { readonly communeId: number; readonly accountId: string },
): Promise<number> {
  const since = new Date(platform.clock.now().getTime() - 14 * 86_400_000);
  return platform.db.withCommunes(scope, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      with seen as materialized (
        select greatest(${since}::timestamptz,
                 (select r.seen_until from notice_reader r
                   where r.commune_id = ${communeId} and r.account_id = ${accountId}::uuid)) as until),
      own as materialized (
        select m.id from member m where m.commune_id = ${communeId} and m.account_id = ${accountId}::uuid)
      select count(*)::int as count from (
        select from own o, seen s, claim_decision d
          join claim_participant p on p.commune_id = d.commune_id and p.claim_id = d.claim_id
         where d.commune_id = ${communeId} and d.decided_at > s.until and p.member_id = o.id
        union all
        select from own o, seen s, badge_award a
         where a.commune_id = ${communeId} and a.subject = 'member' and a.subject_id = o.id::text
           and a.granted_at > s.until and a.revoked_at is null
        union all
        select from own o, seen s, thanks t
          join claim_participant p on p.commune_id = t.commune_id and p.claim_id = t.claim_id
         where t.commune_id = ${communeId} and t.given_at > s.until and t.withdrawn_at is null and p.member_id = o.id
        union all
        select from own o, seen s, training_reminder t
         where t.commune_id = ${communeId} and t.member_id = o.id and t.sent_at > s.until
        union all
        select from own o, seen s, training_certificate t
         where t.commune_id = ${communeId} and t.member_id = o.id and t.decided_at > s.until
        union all
        select from seen s, report_reminder m
          join report r on r.commune_id = m.commune_id and r.id = m.report_id and r.is_asked
          join role_grant g on g.commune_id = m.commune_id and g.account_id = ${accountId}::uuid and g.ended_at is null
           and ((g.role in ('leader', 'deputy') and g.team_id = r.team_id)
             or (g.role = 'office' and r.team_id is null and r.organisation_id is null))
         where m.commune_id = ${communeId} and m.told_at > s.until
        union all
        select from seen s, correction_request r
         where r.commune_id = ${communeId} and r.asked_by = ${accountId}::uuid and r.decided_at > s.until
        union all
        select from seen s, appeal a
         where a.commune_id = ${communeId} and a.made_by = ${accountId}::uuid and a.answered_at > s.until
        limit ${MOST_COUNTED}) news`;
    return row?.count ?? 0;
  });
}
