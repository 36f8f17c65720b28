import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type TeamRole, teamRoles } from "#app/domain/people/membership.ts";
import {
  AFFILIATION_KINDS,
  type AffiliationKind,
  MEMBERSHIP_SOURCES,
  type MembershipSource,
  TEAM_KINDS,
  type TeamKind,
} from "#app/domain/people/team.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReviewRules } from "./find-review-rules.server.ts";
import { known, loadRoster } from "./load-roster.server.ts";
import { maskMemberPhone } from "./member-phone.server.ts";
import { sortByName } from "./read-roster.server.ts";
import { groupByTeam, reviewTeam, type TeamReview } from "./review-roster.ts";
import { type RosterReach, reachOf } from "./roster-reach.ts";

export interface TeamFace {
  readonly id: number;
  readonly kind: TeamKind;
  readonly name: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly organisationName: string | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: LocalDate | null;
  readonly zaloGroup: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface TeamPerson {
  readonly membershipId: string;
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly maskedPhone: string | null;
  readonly role: TeamRole;
  readonly isCore: boolean;
  readonly title: string | null;
  readonly source: MembershipSource;
  readonly assignedBy: string | null;
  readonly campaign: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly affiliations: readonly { readonly kind: AffiliationKind; readonly organisation: string | null }[];
  readonly accountId: string | null;
  readonly lastSeenAt: number | null;
}

export interface StandIn {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
}

export interface TeamView {
  readonly team: TeamFace;
  readonly review: TeamReview;
  readonly members: readonly TeamPerson[];
  readonly coming: readonly TeamPerson[];
  readonly former: readonly TeamPerson[];
  /** Running and coming delegations of the leader's duty. */
  readonly standIns: readonly StandIn[];
}

/** One team as far as the caller may see it; null where there is none, or none for the caller's eyes. */
export async function readTeam(caller: Caller, teamId: number): Promise<TeamView | null> {
  const [view] = await readTeams(caller, [teamId]);
  return view ?? null;
}

export async function readTeams(caller: Caller, teamIds: readonly number[]): Promise<TeamView[]> {
  const scope = caller.scope("roster.read-team");
  const communeId = scope.communes[0] ?? 0;
  const reach = reachOf(caller.permission.grants, communeId);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const faces = (await readFaces(tx, communeId, teamIds)).filter(({ id, villageId }) =>
      reach.canSeePlace({ teamId: id, villageId }),
    );
    if (faces.length === 0) return [];
    const rules = await findReviewRules(tx, communeId, caller.today);
    const roster = groupByTeam((await loadRoster(tx, communeId, caller.today)).members);
    const views: TeamView[] = [];
    for (const team of faces) {
      const people = await readPeople(tx, caller, team, reach);
      const inTeam = (roster.get(team.id) ?? []).filter(({ affiliations }) =>
        reach.canSeePerson([{ teamId: team.id, villageId: team.villageId }], affiliations),
      );
      views.push({
        team,
        review: reviewTeam(team, inTeam, rules),
        members: inOrder(people.filter((each) => isNow(each, caller.today))),
        coming: inOrder(people.filter((each) => each.validFrom > caller.today)),
        former: inOrder(people.filter((each) => each.validTo !== null && each.validTo < caller.today)),
        standIns: await readStandIns(tx, communeId, team.id, caller.today),
      });
    }
    return views;
  });
}

function isNow({ validFrom, validTo }: TeamPerson, today: LocalDate): boolean {
  return validFrom <= today && (validTo === null || validTo >= today);
}

function inOrder(people: readonly TeamPerson[]): TeamPerson[] {
  const rank = (role: TeamRole) => teamRoles.indexOf(role);
  return sortByName(people).sort((left, right) => rank(left.role) - rank(right.role));
}

async function readFaces(tx: Tx, communeId: number, teamIds: readonly number[]): Promise<TeamFace[]> {
  const rows = await tx.$queryRaw<TeamFace[]>`
    select team.id, team.kind, team.name, team.village_id as "villageId", village.name as "villageName",
           organisation.name as "organisationName", team.decision_number as "decisionNumber",
           team.decision_date::text as "decisionDate", team.zalo_group as "zaloGroup",
           team.valid_from::text as "validFrom", team.valid_to::text as "validTo"
      from team
      left join village on village.commune_id = team.commune_id and village.id = team.village_id
      left join organisation on organisation.commune_id = team.commune_id and organisation.id = team.organisation_id
     where team.commune_id = ${communeId} and team.id = any(${[...teamIds]}::int[])
     order by village.sort_key nulls first, team.name, team.id`;
  return rows.map((row) => ({ ...row, kind: known(TEAM_KINDS, row.kind) }));
}

interface PersonRow extends Omit<TeamPerson, "maskedPhone"> {
  readonly phoneCipher: Uint8Array | null;
}

async function readPeople(tx: Tx, caller: Caller, team: TeamFace, reach: RosterReach): Promise<TeamPerson[]> {
  const communeId = caller.communeId ?? 0;
  const rows = await tx.$queryRaw<PersonRow[]>`
    select ms.id as "membershipId", m.id as "memberId", m.full_name as "fullName", m.birth_year::int as "birthYear",
           m.phone_cipher as "phoneCipher", ms.role, ms.is_core as "isCore", ms.title, ms.source,
           sender.name as "assignedBy", ms.campaign_name as "campaign", ms.valid_from::text as "validFrom", ms.valid_to::text as "validTo",
           m.account_id as "accountId",
           (select (extract(epoch from max(s.last_seen_at)) * 1000)::float8
              from session s where s.account_id = m.account_id) as "lastSeenAt",
           coalesce((select json_agg(json_build_object('kind', a.kind, 'organisation', o.name) order by a.kind)
              from affiliation a
              left join organisation o on o.commune_id = a.commune_id and o.id = a.organisation_id
             where a.commune_id = m.commune_id and a.member_id = m.id and a.valid_from <= ${caller.today}::date
               and (a.valid_to is null or a.valid_to >= ${caller.today}::date)), '[]') as affiliations
      from membership ms
      join member m on m.commune_id = ms.commune_id and m.id = ms.member_id
      left join organisation sender on sender.commune_id = ms.commune_id and sender.id = ms.assigned_by
     where ms.commune_id = ${communeId} and ms.team_id = ${team.id}
     order by ms.valid_from desc, ms.id`;
  return rows
    .map(({ phoneCipher, ...row }) => ({
      ...row,
      role: known(teamRoles, row.role),
      source: known(MEMBERSHIP_SOURCES, row.source),
      affiliations: row.affiliations.map((each) => ({ ...each, kind: known(AFFILIATION_KINDS, each.kind) })),
      maskedPhone: maskMemberPhone(caller.platform.keys, communeId, phoneCipher),
    }))
    .filter(({ affiliations }) =>
      reach.canSeePerson(
        [{ teamId: team.id, villageId: team.villageId }],
        affiliations.map(({ kind }) => kind),
      ),
    );
}

function readStandIns(tx: Tx, communeId: number, teamId: number, today: LocalDate): Promise<StandIn[]> {
  return tx.$queryRaw<StandIn[]>`
    select d.id, f.full_name as "from", t.full_name as "to", d.valid_from::text as "validFrom",
           d.valid_to::text as "validTo", d.reason
      from delegation d
      join member f on f.commune_id = d.commune_id and f.id = d.from_member
      join member t on t.commune_id = d.commune_id and t.id = d.to_member
     where d.commune_id = ${communeId} and d.team_id = ${teamId} and d.ended_at is null
       and d.valid_to >= ${today}::date
     order by d.valid_from`;
}
