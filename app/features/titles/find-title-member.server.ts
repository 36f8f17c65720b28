import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { TitlePlace } from "./speaking-as.ts";

export interface TitleMember {
  readonly memberId: string;
  readonly fullName: string;
  readonly accountId: string | null;
  readonly householdId: string | null;
  /** Teams of today; empty for somebody who works in none. */
  readonly places: readonly (TitlePlace & { readonly teamName: string })[];
}

/** Members of today's teams; one of them, or all. */
export function findTitleMembers(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  memberId: string | null = null,
): Promise<TitleMember[]> {
  return tx.$queryRaw<TitleMember[]>`
    select m.id as "memberId", m.full_name as "fullName", m.account_id as "accountId",
           m.household_id as "householdId",
           json_agg(json_build_object(
             'teamId', t.id, 'villageId', t.village_id, 'teamName', t.name,
             'isYouth', exists (
               select from affiliation f
                where f.commune_id = m.commune_id and f.member_id = m.id and f.kind = 'youth_union'
                  and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to >= ${today}::date)))
             order by t.id) as places
      from member m
      join membership s on s.commune_id = m.commune_id and s.member_id = m.id
       and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to >= ${today}::date)
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where m.commune_id = ${communeId} and m.erased_at is null
       and (${memberId}::uuid is null or m.id = ${memberId}::uuid)
     group by m.commune_id, m.id
     order by m.full_name, m.id`;
}
