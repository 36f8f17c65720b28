import { SHIFT_KEY } from "#app/domain/campaigns/mobile-point.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface PointCounts {
  readonly present: number;
  /** Distinct residents: who goes from table to table is one (rule 8). */
  readonly people: number;
  readonly visits: number;
  readonly verified: number;
  readonly waiting: number;
}

export interface StationCounts {
  readonly ordinal: number;
  readonly present: number;
  readonly people: number;
  readonly visits: number;
}

/**
 * What whoever is on the list of a point sent for its day as work at a mobile point: at its place, or anywhere where they
 * were at no other point that day. It counts as soon as it is sent; what was rejected does not.
 */
const WORK = `with point as (
  select * from mobile_point where commune_id = $1::int and id = $2::uuid
), here as (
  select a.* from mobile_attendance a where a.commune_id = $1::int and a.point_id = $2::uuid
), work as materialized (
  select distinct c.id, c.state, c.visits,
         (select h.station from here h where h.member_id = c.member_id) as station
    from point p
    join here h on true
    join claim_participant q on q.commune_id = $1::int and q.member_id = h.member_id
    join claim c on c.commune_id = $1::int and c.id = q.claim_id and c.work_date = p.day and c.mode = 'mobile_point'
     and c.activity_key <> $3::text and c.state in ('submitted', 'verified')
   where lower(c.place) = lower(p.place)
      or not exists (
        select from mobile_attendance o join mobile_point e on e.commune_id = o.commune_id and e.id = o.point_id
         where o.commune_id = $1::int and o.member_id = h.member_id and o.point_id <> p.id and e.day = p.day)
), person as (
  select u.person_key, w.station from work w
    join claim_unit u on u.commune_id = $1::int and u.claim_id = w.id and u.person_key is not null
)`;

export async function countPoint(tx: Tx, communeId: number, pointId: string): Promise<PointCounts> {
  const [row] = await tx.$queryRawUnsafe<PointCounts[]>(
    `${WORK}
    select (select count(*)::int from here) as present,
           (select count(distinct person_key)::int from person) as people,
           (select coalesce(sum(visits), 0)::int from work) as visits,
           (select count(*)::int from work where state = 'verified') as verified,
           (select count(*)::int from work where state = 'submitted') as waiting`,
    communeId,
    pointId,
    SHIFT_KEY,
  );
  if (!row) throw new Error("a count has no row");
  return row;
}

/** D12: table by table, by who stood there. */
export function countStations(tx: Tx, communeId: number, pointId: string): Promise<StationCounts[]> {
  return tx.$queryRawUnsafe<StationCounts[]>(
    `${WORK}
    select s.ordinal::int as ordinal,
           (select count(*)::int from here h where h.station = s.ordinal) as present,
           (select count(distinct n.person_key)::int from person n where n.station = s.ordinal) as people,
           (select coalesce(sum(w.visits), 0)::int from work w where w.station = s.ordinal) as visits
      from mobile_station s where s.commune_id = $1::int and s.point_id = $2::uuid order by s.ordinal`,
    communeId,
    pointId,
    SHIFT_KEY,
  );
}
