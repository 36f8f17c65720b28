import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import type { KnownPerson } from "#app/domain/people/plan-roster-import.ts";
import type { Sex } from "#app/domain/people/roster-sheet.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { inBatches, joinWholeLists } from "./in-turns.server.ts";

export interface KnownMembership extends KnownPerson {
  readonly membershipId: string | null;
  readonly teamId: number | null;
}

export interface VillageTeams {
  readonly id: number;
  readonly name: string;
  /** Its teams of that day, the oldest first: the first is meant where nobody chose. */
  readonly teams: readonly { readonly id: number; readonly name: string }[];
}

export interface RosterFacts {
  readonly known: readonly KnownMembership[];
  readonly villages: readonly VillageTeams[];
}

interface KnownRow {
  readonly memberId: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly phoneFingerprint: string | null;
  readonly villageId: number | null;
  readonly membershipId: string | null;
  readonly teamId: number | null;
  readonly role: TeamRole | null;
}

/** The commune as the file is held against it: its villages, their teams, and who is in them on the day. */
export async function readRosterFacts(
  tx: Tx,
  communeId: number,
  day: LocalDate,
  chosen: Readonly<Record<string, number>>,
): Promise<RosterFacts> {
  await joinWholeLists(tx);
  const villages = await readVillageTeams(tx, communeId, day, chosen);
  const rank = new Map(villages.flatMap(({ teams }) => teams.map(({ id }, place) => [id, place])));
  return { villages, known: oneEach(await readKnown(tx, communeId, day), rank) };
}

export async function readVillageTeams(
  tx: Tx,
  communeId: number,
  day: LocalDate,
  chosen: Readonly<Record<string, number>>,
): Promise<VillageTeams[]> {
  const villages = await tx.$queryRaw<{ id: number; name: string }[]>`
    select id, name from village
     where commune_id = ${communeId} and (valid_to is null or valid_to >= ${day}::date)
     order by sort_key, id`;
  const teams = await tx.$queryRaw<{ id: number; name: string; villageId: number }[]>`
    select id, name, village_id as "villageId" from team
     where commune_id = ${communeId} and kind = 'village' and (valid_to is null or valid_to >= ${day}::date)
     order by valid_from, id`;
  return villages.map(({ id, name }) => {
    const own = teams.filter(({ villageId }) => villageId === id);
    const first = own.find((team) => team.id === chosen[id]);
    return { id, name, teams: first ? [first, ...own.filter((team) => team !== first)] : own };
  });
}

async function readKnown(tx: Tx, communeId: number, day: LocalDate): Promise<KnownRow[]> {
  const rows: KnownRow[] = [];
  const ids = await tx.$queryRaw<{ id: string }[]>`
    select id::text from member where commune_id = ${communeId} and erased_at is null order by id`;
  // In parts: a commune of ten thousand must not hold up the house while its rows are unpacked.
  for (const part of inBatches(ids, 1_000)) {
    const [first, last] = [part[0]?.id, part.at(-1)?.id];
    rows.push(
      ...(await tx.$queryRaw<KnownRow[]>`
        select m.id as "memberId", m.full_name as name, m.birth_year as "birthYear", m.sex, m.ethnicity,
               m.position, m.phone_fingerprint as "phoneFingerprint",
               t.village_id as "villageId", s.id as "membershipId", t.id as "teamId", s.role
          from member m
          left join (membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
                                             and t.kind = 'village')
            on s.commune_id = m.commune_id and s.member_id = m.id
           and (s.valid_to is null or s.valid_to >= ${day}::date)
         where m.commune_id = ${communeId} and m.erased_at is null
           and m.id between ${first}::uuid and ${last}::uuid
         order by m.id, s.valid_from desc`),
    );
  }
  return rows;
}

/** Somebody stands once per village: in the team that is meant there, in the time that holds or comes. */
function oneEach(rows: readonly KnownRow[], rank: ReadonlyMap<number, number>): KnownMembership[] {
  const best = new Map<string, KnownRow>();
  const rankOf = ({ teamId }: KnownRow) =>
    teamId === null ? 0 : (rank.get(teamId) ?? Number.MAX_SAFE_INTEGER);
  for (const row of rows) {
    const key = `${row.memberId}/${row.villageId}`;
    const there = best.get(key);
    if (!there || rankOf(row) < rankOf(there)) best.set(key, row);
  }
  return [...best.values()].map((row) => ({ ...row, role: row.role ?? "member" }));
}
