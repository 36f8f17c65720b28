import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Seat, StandingMark } from "#app/domain/council/marks.ts";
import { carriersOf, type UnitPart } from "#app/domain/year/carriers.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { VILLAGE_PARTS } from "./facts.sql.ts";

export interface MarkRow extends StandingMark {
  readonly memberName: string;
  /** On which paper, of a member without an account. */
  readonly paper: string | null;
}

/** The newest mark of each member on each village by each criterion. */
export function findMarks(tx: Tx, communeId: number, reviewId: string): Promise<MarkRow[]> {
  return tx.$queryRaw<MarkRow[]>`
    select distinct on (k.village_id, k.criterion_key, k.member_id)
           k.village_id as "villageId", k.criterion_key as "criterionKey", k.member_id as "memberId", k.points, k.paper,
           m.full_name as "memberName"
      from council_mark k join council_member m on m.commune_id = k.commune_id and m.id = k.member_id
     where k.commune_id = ${communeId} and k.review_id = ${reviewId}::uuid
     order by k.village_id, k.criterion_key, k.member_id, k.number desc`;
}

export interface SeatRow extends Seat {
  readonly name: string;
  readonly position: string;
  readonly accountId: string | null;
}

/** Who sits on the council on a day, and the villages each works for: what those went into is theirs as well. */
export async function findSeats(tx: Tx, communeId: number, day: LocalDate): Promise<SeatRow[]> {
  const rows = await tx.$queryRaw<SeatRow[]>`
    select m.id as "memberId", m.full_name as name, m.position, m.account_id as "accountId",
           coalesce(array_agg(distinct t.village_id) filter (where t.village_id is not null), '{}') as "ownVillages"
      from council_member m
      left join member p on p.commune_id = m.commune_id and p.account_id = m.account_id
      left join membership s on s.commune_id = p.commune_id and s.member_id = p.id
       and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)
      left join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where m.commune_id = ${communeId} and m.valid_from <= ${day}::date
       and (m.valid_to is null or m.valid_to >= ${day}::date)
     group by m.id, m.full_name, m.position, m.account_id, m.role
     order by array_position(array['chair', 'vice_chair', 'secretary', 'member'], m.role), m.full_name, m.id`;
  const line = carriersOf(await tx.$queryRawUnsafe<UnitPart[]>(VILLAGE_PARTS, communeId), day);
  return rows.map((row) => ({
    ...row,
    ownVillages: [...new Set(row.ownVillages.flatMap((id) => [id, line.carrierOf(id)]))],
  }));
}

/** Villages that stand on the last day of a review, or today while that lies ahead. */
export function findStandingVillages(
  tx: Tx,
  communeId: number,
  lastMonth: number,
  today: LocalDate,
): Promise<{ readonly id: number; readonly name: string }[]> {
  return tx.$queryRaw<{ id: number; name: string }[]>`
    select v.id, v.name
      from village v,
           (select least(${today}::date, max(last_day)) as day from month
             where commune_id = ${communeId} and id = ${lastMonth}) d
     where v.commune_id = ${communeId} and v.valid_from <= coalesce(d.day, ${today}::date)
       and (v.valid_to is null or v.valid_to >= coalesce(d.day, ${today}::date))
     order by v.sort_key, v.id`;
}
