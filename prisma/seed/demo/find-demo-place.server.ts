import { isOffered } from "#app/domain/activity/service.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { findServices, type ServiceLine } from "#app/features/services/read-services.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { DemoHousehold, DemoMember, DemoPlace } from "./demo-work.ts";

export interface DemoAccount {
  readonly id: string;
  readonly username: string;
}

export interface DemoPeople {
  readonly communeId: number;
  readonly place: DemoPlace;
  /** The account of each member. */
  readonly accounts: ReadonlyMap<string, DemoAccount>;
  /** The household of each member who has one: nobody verifies their own. */
  readonly homes: ReadonlyMap<string, string | null>;
  /** The first officer, who decides where a team has nobody to. */
  readonly office: DemoAccount;
}

/** Who works where; null when somebody has logged work here already. */
export function findDemoPlace(
  platform: Platform,
  communeId: number,
  today: LocalDate,
): Promise<DemoPeople | null> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.claim.count({ where: { communeId }, take: 1 })) > 0) return null;
    const seats = await findSeats(tx, communeId);
    const services = (await findServices(tx, communeId)).filter((service) => isOffered(service, today));
    return {
      communeId,
      place: {
        members: seats,
        households: await findHouseholds(tx, communeId),
        governmentServices: keysOf(services, "government"),
        socialServices: keysOf(services, "society"),
      },
      accounts: new Map(
        seats.map(({ memberId, accountId, username }) => [memberId, { id: accountId, username }]),
      ),
      homes: new Map(seats.map(({ memberId, householdId }) => [memberId, householdId])),
      office: await findOffice(tx, communeId),
    };
  });
}

type Seat = DemoMember & { readonly householdId: string | null } & {
  readonly accountId: string;
  readonly username: string;
};

function findSeats(tx: Tx, communeId: number): Promise<Seat[]> {
  return tx.$queryRaw<Seat[]>`
    select m.id as "memberId", s.team_id as "teamId", t.village_id as "villageId", s.role, a.id as "accountId", a.username,
           m.household_id as "householdId"
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
      join account a on a.id = m.account_id
     where s.commune_id = ${communeId} and s.valid_to is null and t.village_id is not null
     order by t.id, a.username`;
}

function findHouseholds(tx: Tx, communeId: number): Promise<DemoHousehold[]> {
  return tx.$queryRaw<DemoHousehold[]>`
    select h.id, h.village_id as "villageId", count(p.slot)::int as slots
      from household h
      left join person_slot p on p.commune_id = h.commune_id and p.household_id = h.id
     where h.commune_id = ${communeId} and h.valid_to is null and not h.is_long_absent
     group by h.commune_id, h.id
     order by h.village_id, h.code`;
}

async function findOffice(tx: Tx, communeId: number): Promise<DemoAccount> {
  const [office] = await tx.$queryRaw<DemoAccount[]>`
    select a.id, a.username from role_grant g join account a on a.id = g.account_id
     where g.commune_id = ${communeId} and g.role = 'office' and g.ended_at is null order by a.username limit 1`;
  if (!office) throw new Error("the demonstration has no officer");
  return office;
}

function keysOf(services: readonly ServiceLine[], pillar: string): readonly [string, ...string[]] {
  const [first, ...others] = services
    .filter((service) => service.pillar === pillar && service.kind === "service")
    .map(({ key }) => key);
  if (first === undefined) throw new Error(`the catalogue has no service of the pillar ${pillar}`);
  return [first, ...others];
}
