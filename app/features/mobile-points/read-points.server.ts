import { can } from "#app/domain/access/can.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { minutesAt, type PointPhase, pointPhase, SHIFT_MINUTES } from "#app/domain/campaigns/mobile-point.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { readVenues } from "#app/features/venues/read-venues.server.ts";
import { mayHostPoint } from "./at-point.server.ts";
import { countPoint, countStations, type PointCounts, type StationCounts } from "./count-point.server.ts";
import {
  type AssignedMember,
  type FoundPoint,
  findAssigned,
  findPoint,
  findPoints,
  findPresent,
  type PresentMember,
} from "./find-points.server.ts";
import { mayManagePoint } from "./may-host.ts";
import { presenceCode } from "./presence-code.ts";

export interface PointLine extends FoundPoint {
  readonly phase: PointPhase;
}

export interface VillageVisits {
  readonly villageId: number;
  readonly name: string;
  /** Points of this quarter up to today. */
  readonly visits: number;
  readonly nextOn: LocalDate | null;
}

interface PointCalendar {
  readonly points: readonly PointLine[];
  readonly villages: readonly VillageVisits[];
}

/** D13: what is planned and was held, and how often each village was visited this quarter. */
export function readPoints(caller: Caller): Promise<PointCalendar> {
  const scope = caller.scope("mobile-points.read");
  const communeId = onlyCommune(scope);
  const { today, now } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const points = await findPoints(tx, communeId);
    const quarter = quarterOf(today);
    return {
      points: points.map((point) => ({ ...point, phase: pointPhase(point, now.getTime()) })),
      villages: (await findVillages(tx, communeId)).map(({ id, name }) => {
        const own = points.filter(({ villageId }) => villageId === id);
        return {
          villageId: id,
          name,
          visits: own.filter(({ day }) => day >= quarter && day <= today).length,
          nextOn: own.find(({ day }) => day > today)?.day ?? null,
        };
      }),
    };
  });
}

/** The first day of the calendar's quarter. */
function quarterOf(day: LocalDate): LocalDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01` as LocalDate;
}

interface PointView extends PointLine {
  readonly counts: PointCounts;
  readonly perStation: readonly StationCounts[];
  readonly assigned: readonly AssignedMember[];
  readonly present: readonly PresentMember[];
  readonly own: (PresentMember & { readonly minutes: number; readonly mayLogShift: boolean }) | null;
  readonly isMember: boolean;
  readonly mayHost: boolean;
  /** For the host's screen, while presence is taken. */
  readonly code: string | null;
}

export function readPoint(caller: Caller, id: string): Promise<PointView | null> {
  const scope = caller.scope("mobile-points.read-one");
  const communeId = onlyCommune(scope);
  const now = caller.now.getTime();
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const point = await findPoint(tx, communeId, id);
    if (!point) return null;
    const phase = pointPhase(point, now);
    const member = await findOwnMember(tx, communeId, caller.person.accountId);
    const present = await findPresent(tx, communeId, id);
    const own = present.find(({ memberId }) => memberId === member?.id) ?? null;
    const mayHost = await mayHostPoint(tx, caller, point);
    const minutes = own ? minutesAt(point, own, now) : 0;
    return {
      ...point,
      phase,
      counts: await countPoint(tx, communeId, id),
      perStation: await countStations(tx, communeId, id),
      assigned: await findAssigned(tx, communeId, id),
      present,
      own: own && { ...own, minutes, mayLogShift: own.claimId === null && minutes >= SHIFT_MINUTES },
      isMember: member !== null && can(caller.actor, "mobile-point.attend", null, caller.today).ok,
      mayHost,
      code: mayHost && phase === "open" ? presenceCode(caller.platform.keys, communeId, id, now) : null,
    };
  });
}

interface PointChoices {
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly venues: readonly { readonly id: string; readonly name: string }[];
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  /** Whether a point may belong to no village. */
  readonly isWhole: boolean;
}

/** What the form offers to whoever may set points up. */
export async function readPointChoices(caller: Caller): Promise<PointChoices> {
  const scope = caller.scope("mobile-points.read-choices");
  const communeId = onlyCommune(scope);
  const groups = await readVenues(caller);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    villages: (await findVillages(tx, communeId))
      .filter(({ id }) => mayManagePoint(caller, id))
      .map(({ id, name }) => ({ id, name })),
    venues: groups
      .filter(({ villageId }) => villageId === null || mayManagePoint(caller, villageId))
      .flatMap(({ venues, villageName }) =>
        venues.map(({ id, name }) => ({ id, name: villageName ? `${name} (${villageName})` : name })),
      ),
    campaigns: await tx.$queryRaw<PointChoices["campaigns"][number][]>`
      select id::text as id, name from campaign
       where commune_id = ${communeId} and published_at is not null and withdrawn_at is null
         and ends_on >= ${caller.today}::date
       order by starts_on, name, id`,
    isWhole: mayManagePoint(caller, null),
  }));
}

/** Whom a host can assign or write down: everybody in a team on that day. */
export function readPointMembers(
  caller: Caller,
  day: LocalDate,
): Promise<{ readonly id: string; readonly name: string; readonly team: string }[]> {
  const scope = caller.scope("mobile-points.read-members");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<{ id: string; name: string; team: string }[]>`
    select m.id::text as id, m.full_name as name, min(t.name) as team
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id and m.erased_at is null
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.valid_from <= ${day}::date
       and (s.valid_to is null or s.valid_to >= ${day}::date)
     group by m.id, m.full_name order by m.full_name collate "und-x-icu", m.id`,
  );
}
