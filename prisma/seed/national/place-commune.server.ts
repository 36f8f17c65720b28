import { isOffered } from "#app/domain/activity/service.ts";
import { addDays, type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { Phone } from "#app/domain/people/phone.ts";
import { sealLabel } from "#app/features/households/seal-label.server.ts";
import { keepMemberPhone } from "#app/features/roster/member-phone.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { findServices } from "#app/features/services/read-services.server.ts";
import { setScope } from "#app/platform/db/set-scope.server.ts";
import { loadCommune } from "../load-commune.server.ts";
import { type Cell, RowCopier, type TableRows } from "./copy-rows.server.ts";
import type { NationCommune } from "./invent-commune.ts";
import { type NationHouse, type PlacedCommune, SEED_VERB } from "./nation-house.ts";
import type { SignInColumns } from "./nation-sign-ins.server.ts";

/** Before the first day of work: the commune was founded, and its teams began. */
const FOUNDED_DAYS_BEFORE = 20;

/** What is written on accounts that somebody shall sign in with, by user name. */
type SignInsByName = ReadonlyMap<string, SignInColumns>;

export interface Upper {
  readonly unitId: number;
  /** Whoever reads this province from above; null where nobody does. */
  readonly reader: { readonly accountId: string; grantId(commune: NationCommune): string } | null;
}

/** Accounts first and by themselves: they stand in the audit chain of the whole house, which is held until the commit. */
export async function placeAccounts(
  house: NationHouse,
  communes: readonly NationCommune[],
  signIns: SignInsByName,
) {
  const createdAt = new Date(foundedAt(house));
  const people = communes.flatMap(({ officers, members }) => [...officers, ...members]);
  const rows = people.map(({ accountId, username, person }): Cell[] => {
    const { passwordHash = null, totpSealed = null } = signIns.get(username) ?? {};
    return [
      accountId,
      username,
      person.name,
      passwordHash,
      passwordHash && createdAt,
      totpSealed,
      totpSealed && createdAt,
      createdAt,
    ];
  });
  await inOwnersTransaction(house, [], async (copier) => copier.copy(accountsOf(rows)));
}

export function accountsOf(rows: TableRows["rows"]): TableRows {
  const columns = [
    "id",
    "username",
    "display_name",
    "password_hash",
    "password_changed_at",
    "totp_secret_sealed",
  ];
  return { table: "account", columns: [...columns, "totp_confirmed_at", "created_at"], rows };
}

/** The commune with its people and lists; its months are open, and no work is there yet. */
export async function placeCommune(
  house: NationHouse,
  commune: NationCommune,
  upper: Upper,
): Promise<PlacedCommune> {
  const placed = await foundCommune(house, commune);
  const rows = [
    ...unitRows(house, placed, upper),
    ...peopleRows(house, placed),
    ...householdRows(house, placed),
  ];
  await inOwnersTransaction(house, [placed.communeId], async (copier) => {
    for (const table of rows) await copier.copy(table);
  });
  return placed;
}

async function foundCommune(house: NationHouse, commune: NationCommune): Promise<PlacedCommune> {
  const { platform, owner } = house;
  const { rows } = await owner.query<{ id: number; teams: number[] }>(
    `select nextval('commune_number')::int as id,
            array(select nextval('team_number')::int from generate_series(1, $1)) as teams`,
    [commune.villages.length],
  );
  const { id: communeId = 0, teams: teamIds = [] } = rows[0] ?? {};
  const founder = commune.officers[0]?.accountId ?? "";
  const now = new Date(foundedAt(house));
  const then = { ...platform, clock: { now: () => now } };
  const stamp = { actorId: founder, verb: SEED_VERB, requestId: "seed" };
  return platform.db.withCommunes({ ...stamp, communes: [communeId] }, async (tx) => {
    const place = { platform: then, stamp, number: communeId, founderId: founder };
    await loadCommune(tx, place, fixtureOf(house, commune), { communes: 0, villages: 0 });
    const villages = await tx.village.findMany({ where: { communeId }, select: { id: true, name: true } });
    const ids = new Map(villages.map(({ id, name }) => [name, id]));
    const services = (await findServices(tx, communeId)).filter((each) => isOffered(each, house.until.today));
    const { scheme } = await findSchemeOn(tx, communeId, firstDay(house));
    const keysOf = (pillar: string) =>
      services.filter((each) => each.pillar === pillar && each.kind === "service").map(({ key }) => key);
    return {
      commune,
      communeId,
      teamIds,
      villageIds: commune.villages.map((name) => ids.get(name) ?? 0),
      scheme,
      services: { government: some(keysOf("government")), society: some(keysOf("society")) },
    };
  });
}

function some(keys: readonly string[]): readonly [string, ...string[]] {
  const [first, ...others] = keys;
  if (first === undefined) throw new Error("the catalogue of the plan names no service");
  return [first, ...others];
}

function fixtureOf(house: NationHouse, { code, name, province, villages, households }: NationCommune) {
  const day = dayOf(house);
  return {
    code,
    kind: "commune" as const,
    name,
    province,
    preset: "dai-son-2026" as const,
    founder: "",
    regulation: { number: "05/QC-UBND", date: day },
    villages: villages.map((village, index) => {
      const listed = households.filter((each) => each.village === index);
      const adults = listed.reduce((sum, each) => sum + each.adults, 0);
      return { name: village, kind: "village" as const, households: listed.length, adults };
    }),
    households: [],
    teams: [],
  };
}

function unitRows(
  house: NationHouse,
  { commune, communeId, villageIds, teamIds }: PlacedCommune,
  upper: Upper,
): TableRows[] {
  const since = dayOf(house);
  const at = new Date(foundedAt(house));
  const grants = commune.officers.map(({ grantId, accountId, role }): Cell[] => [
    grantId,
    communeId,
    accountId,
    role,
    since,
    at,
  ]);
  if (upper.reader)
    grants.push([upper.reader.grantId(commune), communeId, upper.reader.accountId, "upper_tier", since, at]);
  return [
    {
      table: "commune_upper_unit",
      columns: ["commune_id", "upper_unit_id", "valid_from", "entered_at"],
      rows: [[communeId, upper.unitId, since, at]],
    },
    {
      table: "role_grant",
      columns: ["id", "commune_id", "account_id", "role", "valid_from", "granted_at"],
      rows: grants,
    },
    {
      table: "month",
      columns: [
        "commune_id",
        "id",
        "first_day",
        "last_day",
        "grace_ends_at",
        "appeals_end_at",
        "state",
        "scheme_version",
        "is_trial",
        "opened_at",
      ],
      rows: house.months.map(({ id, firstDay: first, lastDay, graceEndsAt, appealsEndAt }) => [
        communeId,
        id,
        first,
        lastDay,
        new Date(graceEndsAt),
        new Date(appealsEndAt),
        "open",
        1,
        false,
        new Date(startOfDay(first)),
      ]),
    },
    {
      table: "team",
      columns: ["commune_id", "id", "client_id", "kind", "village_id", "name", "valid_from"],
      rows: commune.villages.map((village, index) => [
        communeId,
        teamIds[index] ?? null,
        commune.teamClientIds[index] ?? null,
        "village",
        villageIds[index] ?? null,
        `Tổ công nghệ số cộng đồng ${village}`,
        since,
      ]),
    },
  ];
}

function peopleRows(
  house: NationHouse,
  { commune, communeId, villageIds, teamIds }: PlacedCommune,
): TableRows[] {
  const { keys } = house.platform;
  const since = dayOf(house);
  const at = new Date(foundedAt(house));
  return [
    {
      table: "member",
      columns: [
        "commune_id",
        "id",
        "account_id",
        "full_name",
        "birth_year",
        "sex",
        "ethnicity",
        "phone_cipher",
        "phone_fingerprint",
        "created_at",
      ],
      rows: commune.members.map(({ id, accountId, person }) => {
        const { phoneCipher, phoneFingerprint } = keepMemberPhone(keys, communeId, person.phone as Phone);
        const { name, birthYear, sex, ethnicity } = person;
        return [communeId, id, accountId, name, birthYear, sex, ethnicity, phoneCipher, phoneFingerprint, at];
      }),
    },
    {
      table: "membership",
      columns: [
        "commune_id",
        "id",
        "member_id",
        "team_id",
        "role",
        "is_core",
        "source",
        "valid_from",
        "entered_at",
      ],
      rows: commune.members.map(({ id, seatId, village, role }) => [
        communeId,
        seatId,
        id,
        teamIds[village] ?? null,
        role,
        role !== "member",
        "decision",
        since,
        at,
      ]),
    },
    // What a person may in a team follows from the membership.
    {
      table: "role_grant",
      columns: [
        "id",
        "commune_id",
        "account_id",
        "role",
        "village_id",
        "team_id",
        "valid_from",
        "granted_at",
      ],
      rows: commune.members.map(({ grantId, accountId, role, village }) => [
        ...[
          grantId,
          communeId,
          accountId,
          role,
          villageIds[village] ?? null,
          teamIds[village] ?? null,
          since,
          at,
        ],
      ]),
    },
  ];
}

function householdRows(house: NationHouse, { commune, communeId, villageIds }: PlacedCommune): TableRows[] {
  const { keys } = house.platform;
  const since = dayOf(house);
  const at = new Date(foundedAt(house));
  return [
    {
      table: "household",
      columns: [
        "commune_id",
        "id",
        "village_id",
        "code",
        "head_label",
        "adults",
        "is_long_absent",
        "is_elderly",
        "is_minority",
        "is_poor",
        "valid_from",
        "entered_at",
      ],
      rows: commune.households.map((each) => [
        communeId,
        each.id,
        villageIds[each.village] ?? null,
        each.code,
        sealLabel(keys, communeId, each.head),
        each.adults,
        each.isLongAbsent,
        each.isElderly,
        each.isMinority,
        each.isPoor,
        since,
        at,
      ]),
    },
    {
      table: "person_slot",
      columns: ["commune_id", "household_id", "slot"],
      rows: commune.households.flatMap(({ id, adults }) =>
        Array.from({ length: adults }, (_, slot) => [communeId, id, slot + 1]),
      ),
    },
  ];
}

/** One transaction of the owner, who sees no commune but those named. */
export async function inOwnersTransaction(
  { owner }: Pick<NationHouse, "owner">,
  communes: readonly number[],
  work: (copier: RowCopier, query: (sql: string, values?: unknown[]) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = await owner.connect();
  let lost: Error | undefined;
  try {
    await client.query("begin");
    await setScope(client, { actorId: null, verb: SEED_VERB, requestId: "seed", communes });
    await work(new RowCopier(client), (sql, values) => client.query(sql, values));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      lost = reason;
    });
    throw error;
  } finally {
    client.release(lost);
  }
}

function firstDay({ months }: NationHouse): LocalDate {
  const [first] = months;
  if (!first) throw new Error("a year of no months");
  return first.firstDay;
}

function dayOf(house: NationHouse): LocalDate {
  return addDays(firstDay(house), -FOUNDED_DAYS_BEFORE);
}

export function foundedAt(house: NationHouse): number {
  return startOfDay(dayOf(house)) + 9 * 3_600_000;
}
