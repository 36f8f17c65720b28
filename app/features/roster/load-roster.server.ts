import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type TeamRole, teamRoles } from "#app/domain/people/membership.ts";
import {
  AFFILIATION_KINDS,
  type AffiliationKind,
  isOneOf,
  TEAM_KINDS,
  type TeamKind,
} from "#app/domain/people/team.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface RosterVillage {
  readonly id: number;
  readonly name: string;
}

export interface RosterTeam {
  readonly id: number;
  readonly kind: TeamKind;
  readonly name: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
}

export interface RosterPlace {
  readonly membershipId: string;
  readonly teamId: number;
  readonly role: TeamRole;
  readonly isCore: boolean;
  /** For the days of a campaign: counted apart (A43). */
  readonly isGuest: boolean;
}

export interface RosterMember {
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hasItSkill: boolean | null;
  readonly phoneCipher: Uint8Array | null;
  readonly accountId: string | null;
  /** The last time the person used the product, null where never. */
  readonly lastSeenAt: number | null;
  readonly places: readonly RosterPlace[];
  readonly affiliations: readonly AffiliationKind[];
}

export interface Roster {
  /** In natural order: Thôn 2 before Thôn 10. */
  readonly villages: readonly RosterVillage[];
  /** The commune's own first, then by village, then schools and the rest. */
  readonly teams: readonly RosterTeam[];
  readonly members: readonly RosterMember[];
}

/** The whole roster of one day. Who may see what of it, is judged after (RosterReach). */
export async function loadRoster(tx: Tx, communeId: number, day: LocalDate): Promise<Roster> {
  const villages = await tx.$queryRaw<RosterVillage[]>`
    select id, name from village
     where commune_id = ${communeId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
     order by sort_key, name_key, id`;
  const teams = await tx.$queryRaw<RosterTeam[]>`
    select team.id, team.kind, team.name, team.village_id as "villageId", village.name as "villageName"
      from team left join village on village.commune_id = team.commune_id and village.id = team.village_id
     where team.commune_id = ${communeId}
       and team.valid_from <= ${day}::date and (team.valid_to is null or team.valid_to >= ${day}::date)
     order by array_position(array['commune', 'village', 'school', 'response'], team.kind), village.sort_key, team.name, team.id`;
  const members = await tx.$queryRaw<RosterMember[]>`
    select m.id as "memberId", m.full_name as "fullName", m.birth_year::int as "birthYear",
           m.has_it_skill as "hasItSkill", m.phone_cipher as "phoneCipher", m.account_id as "accountId",
           (select (extract(epoch from max(s.last_seen_at)) * 1000)::float8
              from session s where s.account_id = m.account_id) as "lastSeenAt",
           coalesce(held.places, '[]') as places, coalesce(belongs.kinds, '[]') as affiliations
      from member m
      left join (
        select member_id, json_agg(json_build_object('membershipId', id, 'teamId', team_id, 'role', role,
                                                     'isCore', is_core, 'isGuest', source = 'campaign') order by team_id) as places
          from membership
         where commune_id = ${communeId} and valid_from <= ${day}::date
           and (valid_to is null or valid_to >= ${day}::date)
         group by member_id) held on held.member_id = m.id
      left join (
        select member_id, json_agg(kind order by kind) as kinds
          from affiliation
         where commune_id = ${communeId} and valid_from <= ${day}::date
           and (valid_to is null or valid_to >= ${day}::date)
         group by member_id) belongs on belongs.member_id = m.id
     where m.commune_id = ${communeId} and m.erased_at is null`;
  for (const { kind } of teams) known(TEAM_KINDS, kind);
  for (const { places, affiliations } of members) {
    for (const { role } of places) known(teamRoles, role);
    for (const kind of affiliations) known(AFFILIATION_KINDS, kind);
  }
  return { villages, teams, members };
}

/** The database's checks and the program's words are one list; apart, nothing may be shown. */
export function known<Word extends string>(words: readonly Word[], text: string): Word {
  if (!isOneOf(words, text)) throw new Error(`the database holds an unknown word "${text}"`);
  return text;
}
