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
  const rows = await tx.$queryRaw<Omit<ClaimReceipt, "mergeOffers">[]>`/* activity-log.read-receipts */
    select c.id, c.revision, c.state, c.marks, c.visits, coalesce(s.kinds, '{}') as signals,
           coalesce(u.people, 0) as people
      from claim c
      left join (select claim_id, array_agg(kind order by kind) as kinds from claim_signal
                  where commune_id = ${communeId} and claim_id = any(${[...ids]}::uuid[]) group by claim_id) s
        on s.claim_id = c.id
      left join (select claim_id, count(distinct person_key)::int as people from claim_unit
                  where commune_id = ${communeId} and claim_id = any(${[...ids]}::uuid[]) group by claim_id) u
        on u.claim_id = c.id
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])`;
  const known = rows.filter(({ state, people }) => state === "submitted" && people > 0).map(({ id }) => id);
  const offers = await findMergeOffers(tx, communeId, known);
  return new Map(rows.map((row) => [row.id, { ...row, mergeOffers: offers.get(row.id) ?? [] }]));
}

async function findMergeOffers(
  tx: Tx,
  communeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly MergeOffer[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<
    (MergeOffer & { readonly id: string })[]
  >`/* activity-log.find-merge-offers */
    with mine as materialized (
      select distinct u.claim_id, u.person_key from claim_unit u
       where u.commune_id = ${communeId} and u.claim_id = any(${[...ids]}::uuid[]) and u.person_key is not null
    ), theirs as materialized (
      select distinct v.claim_id, v.person_key from claim_unit v
       where v.commune_id = ${communeId} and v.person_key = any(array(select person_key from mine))
    ), shared as (
      select mine.claim_id as id, theirs.claim_id as other, count(*)::int as shared
        from mine join theirs on theirs.person_key = mine.person_key and theirs.claim_id <> mine.claim_id
       group by mine.claim_id, theirs.claim_id
    )
    select shared.id, o.id as "claimId", m.full_name as "byName", shared.shared as "sharedPeople"
      from shared
      join claim c on c.commune_id = ${communeId} and c.id = shared.id
      join claim o on o.commune_id = ${communeId} and o.id = shared.other
      join member m on m.commune_id = o.commune_id and m.id = o.member_id
     where o.state = 'submitted' and o.team_id = c.team_id and o.work_date = c.work_date
       and o.member_id <> c.member_id
       and not exists (select from claim_participant p
                        where p.commune_id = o.commune_id and p.claim_id = o.id and p.member_id = c.member_id)
     order by shared.shared desc, o.id`;
  const offers = new Map<string, MergeOffer[]>();
  for (const { id, ...offer } of rows) offers.set(id, [...(offers.get(id) ?? []), offer]);
  return offers;
}
