import { SIMILAR_PHOTO_BITS } from "#app/domain/activity/signals.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";
import type { ClaimRows } from "./make-claim-rows.server.ts";
import { raisePaceSignals } from "./raise-pace-signals.server.ts";

/** As much of a record as signals go by. */
interface Judged extends Pick<ClaimRows, "id" | "place"> {
  readonly units: readonly Pick<ClaimRows["units"][number], "personKey">[];
  readonly photos: readonly unknown[];
}

/** Only so many others are named: whoever verifies opens them one by one. */
const MOST_NAMED = 5;

/**
 * What makes a checker look twice, as facts beside the records. Judged when a record is written and when it is
 * revised; a signal punishes nobody and hides nothing.
 */
export async function raiseSignals(
  tx: Tx,
  act: LogAct,
  rows: readonly Judged[],
  /** By record, how far its phone's clock was off. */
  clockOffsets: ReadonlyMap<string, number>,
): Promise<void> {
  const idsOf = (which: (row: Judged) => boolean) => rows.filter(which).map(({ id }) => id);
  const named = idsOf(({ units }) => units.some(({ personKey }) => personKey !== null));
  const placed = idsOf(({ place }) => place !== null);
  const shown = idsOf(({ photos }) => photos.length > 0);
  if (named.length > 0) await raiseResidents(tx, act, named);
  if (placed.length > 0) await raisePlaces(tx, act, placed);
  if (shown.length > 0) await raisePhotos(tx, act, shown);
  if (rows.length > 0)
    await raisePaceSignals(
      tx,
      act,
      idsOf(() => true),
      clockOffsets,
    );
}

/** Everything judged at submission is judged anew; what others raised stays. */
export async function clearSignals(tx: Tx, { communeId }: LogAct, claimId: string): Promise<void> {
  await tx.$executeRaw`
    delete from claim_signal
     where commune_id = ${communeId} and claim_id = ${claimId}::uuid
       and kind in ('same_photo', 'similar_photo', 'same_resident', 'impossible_count', 'deadline_flood',
                    'same_time_and_place', 'photo_day_differs', 'late')`;
}

/** Another member's record of the same person, kind and service in that year. */
async function raiseResidents(tx: Tx, { communeId, now }: LogAct, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`/* activity-log.raise-residents */
    with mine as materialized (
      select c.id, c.member_id, c.activity_key, c.work_date, u.person_key, u.service_key
        from claim c join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id
       where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
         and u.commune_id = ${communeId} and u.claim_id = any(${[...ids]}::uuid[]) and u.person_key is not null
    ), theirs as materialized (
      select v.claim_id, v.person_key, v.service_key from claim_unit v
       where v.commune_id = ${communeId} and v.person_key = any(array(select person_key from mine))
    )
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${communeId}, mine.id, 'same_resident',
           jsonb_build_object('people', count(distinct mine.person_key),
             'claims', to_jsonb((array_agg(distinct o.id))[1:${MOST_NAMED}::int])), ${now}
      from mine
      join theirs on theirs.person_key = mine.person_key and theirs.claim_id <> mine.id
                 and theirs.service_key is not distinct from mine.service_key
      join claim o on o.commune_id = ${communeId} and o.id = theirs.claim_id
     where o.activity_key = mine.activity_key and o.member_id <> mine.member_id
       and o.state in ('submitted', 'returned', 'verified')
       and date_trunc('year', o.work_date) = date_trunc('year', mine.work_date)
       and not exists (select from claim_participant p
                        where p.commune_id = o.commune_id and p.claim_id = o.id and p.member_id = mine.member_id)
     group by mine.id
    on conflict do nothing`;
}

/** Two team-mates at one place on one day, with the same kind of work: perhaps one event told twice. */
async function raisePlaces(tx: Tx, { communeId, now }: LogAct, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${communeId}, c.id, 'same_time_and_place',
           jsonb_build_object('claims', to_jsonb((array_agg(distinct o.id))[1:${MOST_NAMED}::int])), ${now}
      from claim c
      join claim o on o.commune_id = c.commune_id and o.team_id = c.team_id and o.work_date = c.work_date
                  and o.id <> c.id and o.member_id <> c.member_id and o.activity_key = c.activity_key
                  and o.mode = c.mode and lower(o.place) = lower(c.place)
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
       and o.state in ('submitted', 'returned', 'verified')
       and not exists (select from claim_participant p
                        where p.commune_id = o.commune_id and p.claim_id = o.id and p.member_id = c.member_id)
     group by c.id
    on conflict do nothing`;
}

/** T4: across all teams and years, the same picture, one like it, or one taken on another day. */
async function raisePhotos(tx: Tx, { communeId, now }: LogAct, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${communeId}, c.id, 'same_photo',
           jsonb_build_object('claims', to_jsonb((array_agg(distinct o.id))[1:${MOST_NAMED}::int])), ${now}
      from claim c
      join claim_photo f on f.commune_id = c.commune_id and f.claim_id = c.id and not f.is_signed_sheet
      join photo p on p.commune_id = f.commune_id and p.id = f.photo_id
      join photo q on q.commune_id = p.commune_id and (q.id = p.id or q.source_sha256 = p.source_sha256)
      join claim_photo g on g.commune_id = q.commune_id and g.photo_id = q.id and g.claim_id <> c.id
      join claim o on o.commune_id = g.commune_id and o.id = g.claim_id and o.state <> 'withdrawn'
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
     group by c.id
    on conflict do nothing`;
  await tx.$executeRaw`
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${communeId}, c.id, 'similar_photo',
           jsonb_build_object('bits', min(bit_count((p.dhash # q.dhash)::bit(64))),
             'claims', to_jsonb((array_agg(distinct o.id))[1:${MOST_NAMED}::int])), ${now}
      from claim c
      join claim_photo f on f.commune_id = c.commune_id and f.claim_id = c.id and not f.is_signed_sheet
      join photo p on p.commune_id = f.commune_id and p.id = f.photo_id
      join photo q on q.commune_id = p.commune_id and q.id <> p.id
                  and bit_count((p.dhash # q.dhash)::bit(64)) <= ${SIMILAR_PHOTO_BITS}
      join claim_photo g on g.commune_id = q.commune_id and g.photo_id = q.id and g.claim_id <> c.id
      join claim o on o.commune_id = g.commune_id and o.id = g.claim_id and o.state <> 'withdrawn'
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
     group by c.id
    on conflict do nothing`;
  await tx.$executeRaw`
    insert into claim_signal (commune_id, claim_id, kind, facts, raised_at)
    select ${communeId}, c.id, 'photo_day_differs',
           jsonb_build_object('takenOn', to_jsonb(array_agg(distinct p.taken_on))), ${now}
      from claim c
      join claim_photo f on f.commune_id = c.commune_id and f.claim_id = c.id and not f.is_signed_sheet
      join photo p on p.commune_id = f.commune_id and p.id = f.photo_id
     where c.commune_id = ${communeId} and c.id = any(${[...ids]}::uuid[])
       and p.taken_on is not null and p.taken_on <> c.work_date
     group by c.id
    on conflict do nothing`;
}
