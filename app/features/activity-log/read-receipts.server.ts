import type { ClaimState } from "#app/domain/activity/claim.ts";
import type { SignalKind } from "#app/domain/activity/signals.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** A team-mate's record of the same people on the same day: "Ghi chung một việc?" */
export interface MergeOffer {
  readonly claimId: string;
  readonly byName: string;
  readonly sharedPeople: number;
}

/** What a sender is told of a record, the first time and every time it is sent again. */
export interface ClaimReceipt {
  readonly id: string;
  readonly revision: number;
  readonly state: ClaimState;
  readonly marks: readonly string[];
  readonly signals: readonly SignalKind[];
  /** B14: "lượt" and "người" are two counts. */
  readonly visits: number;
  readonly people: number;
  readonly mergeOffers: readonly MergeOffer[];
}

/** Read from the rows in every case, so that the answer to a second sending is the answer to the first. */
export async function readReceipts(
  tx: Tx,
  communeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimReceipt>> {
  const rows = await tx.$queryRaw<ClaimReceipt[]>`
    select c.id, c.revision, c.state, c.marks, c.visits,
           array(select s.kind from claim_signal s
                  where s.commune_id = c.commune_id and s.claim_id = c.id order by s.kind) as signals,
           (select count(distinct u.person_key)::int from claim_unit u
             where u.commune_id = c.commune_id and u.claim_id = c.id) as people,
           coalesce((
             select jsonb_agg(jsonb_build_object('claimId', o.id, 'byName', o.full_name, 'sharedPeople', o.shared)
                              order by o.shared desc, o.id)
               from (select o.id, m.full_name, count(distinct u.person_key)::int as shared
                       from claim_unit u
                       join claim_unit v on v.commune_id = u.commune_id and v.person_key = u.person_key
                                        and v.claim_id <> u.claim_id
                       join claim o on o.commune_id = v.commune_id and o.id = v.claim_id
                       join member m on m.commune_id = o.commune_id and m.id = o.member_id
                      where u.commune_id = c.commune_id and u.claim_id = c.id and u.person_key is not null
                        and c.state = 'submitted' and o.state = 'submitted' and o.team_id = c.team_id
                        and o.work_date = c.work_date and o.member_id <> c.member_id
                        and not exists (select from claim_participant p
                              where p.commune_id = o.commune_id and p.claim_id = o.id and p.member_id = c.member_id)
                      group by o.id, m.full_name) o), '[]'::jsonb) as "mergeOffers"
      from claim c
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
