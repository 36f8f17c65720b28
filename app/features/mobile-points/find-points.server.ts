import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PointKind, PointPart, PointTimes } from "#app/domain/campaigns/mobile-point.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface FoundPoint extends PointTimes {
  readonly id: string;
  readonly kind: PointKind;
  readonly name: string;
  readonly place: string;
  readonly day: LocalDate;
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly movement: string | null;
  readonly stations: readonly { readonly ordinal: number; readonly content: string }[];
}

export interface AssignedMember {
  readonly memberId: string;
  readonly name: string;
  readonly station: number | null;
  readonly part: PointPart;
}

export interface PresentMember {
  readonly memberId: string;
  readonly name: string;
  readonly station: number | null;
  readonly channel: "code" | "list";
  readonly cameAt: Instant;
  readonly leftAt: Instant | null;
  readonly claimId: string | null;
}

/** By day, the newest last. */
export function findPoints(tx: Tx, communeId: number, id: string | null = null): Promise<FoundPoint[]> {
  return tx.$queryRaw<FoundPoint[]>`
    select p.id, p.kind, p.name, p.place, p.day::text as day, p.village_id as "villageId", v.name as "villageName",
           p.campaign_id as "campaignId", g.name as "campaignName", g.movement,
           (extract(epoch from p.starts_at) * 1000)::float8 as "startsAt",
           (extract(epoch from p.ends_at) * 1000)::float8 as "endsAt",
           (extract(epoch from p.closed_at) * 1000)::float8 as "closedAt",
           coalesce((select json_agg(json_build_object('ordinal', s.ordinal, 'content', s.content) order by s.ordinal)
              from mobile_station s where s.commune_id = p.commune_id and s.point_id = p.id), '[]') as stations
      from mobile_point p
      left join village v on v.commune_id = p.commune_id and v.id = p.village_id
      left join campaign g on g.commune_id = p.commune_id and g.id = p.campaign_id
     where p.commune_id = ${communeId} and (${id}::uuid is null or p.id = ${id}::uuid)
     order by p.starts_at, p.name, p.id`;
}

export async function findPoint(tx: Tx, communeId: number, id: string): Promise<FoundPoint | null> {
  return (await findPoints(tx, communeId, id))[0] ?? null;
}

/** The caller's transaction is the only one that writes at this point until it ends. */
export async function lockPoint(tx: Tx, communeId: number, id: string): Promise<FoundPoint | null> {
  await tx.$executeRaw`select from mobile_point where commune_id = ${communeId} and id = ${id}::uuid for update`;
  return findPoint(tx, communeId, id);
}

export function findAssigned(tx: Tx, communeId: number, pointId: string): Promise<AssignedMember[]> {
  return tx.$queryRaw<AssignedMember[]>`
    select a.member_id as "memberId", m.full_name as name, a.station::int as station, a.part
      from mobile_assignment a join member m on m.commune_id = a.commune_id and m.id = a.member_id
     where a.commune_id = ${communeId} and a.point_id = ${pointId}::uuid
     order by a.part = 'helper', a.station nulls last, m.full_name, m.id`;
}

export function findPresent(tx: Tx, communeId: number, pointId: string): Promise<PresentMember[]> {
  return tx.$queryRaw<PresentMember[]>`
    select a.member_id as "memberId", m.full_name as name, a.station::int as station, a.channel,
           (extract(epoch from a.came_at) * 1000)::float8 as "cameAt",
           (extract(epoch from a.left_at) * 1000)::float8 as "leftAt", a.claim_id as "claimId"
      from mobile_attendance a join member m on m.commune_id = a.commune_id and m.id = a.member_id
     where a.commune_id = ${communeId} and a.point_id = ${pointId}::uuid
     order by a.came_at desc, m.full_name, m.id`;
}
