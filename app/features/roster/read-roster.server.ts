import { type NameParts, splitName } from "#app/domain/people/person-name.ts";
import type { AffiliationKind } from "#app/domain/people/team.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { findReviewRules } from "./find-review-rules.server.ts";
import { loadRoster, type Roster, type RosterMember, type RosterPlace } from "./load-roster.server.ts";
import { maskMemberPhone } from "./member-phone.server.ts";
import { type RosterReview, reviewRoster } from "./review-roster.ts";
import { reachOf } from "./roster-reach.ts";

export const ROSTER_PAGE_SIZE = 25;

export interface RosterQuery {
  readonly search: string;
  readonly villageId: number | null;
  readonly affiliation: AffiliationKind | null;
  readonly page: number;
}

/** One person in the list. Village, year and the end of the phone number tell namesakes apart. */
export interface RosterLine {
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly maskedPhone: string | null;
  readonly hasAccount: boolean;
  readonly lastSeenAt: number | null;
  readonly affiliations: readonly AffiliationKind[];
  readonly places: readonly (RosterPlace & {
    readonly teamName: string;
    readonly villageName: string | null;
  })[];
}

export interface RosterPage {
  readonly lines: readonly RosterLine[];
  readonly found: number;
  readonly page: number;
  readonly lastPage: number;
  readonly villages: Roster["villages"];
  readonly overview: RosterOverview;
  readonly villageTeams: readonly {
    readonly id: number;
    readonly name: string;
    readonly teams: Roster["teams"];
  }[];
  /** Teams of the commune, of schools, for response: of no village. */
  readonly otherTeams: Roster["teams"];
}

export interface RosterOverview {
  readonly members: number;
  /** Of them only for a campaign (A43). */
  readonly guests: number;
  readonly withAccount: number;
  readonly seenBefore: number;
  readonly teams: number;
  readonly villages: number;
  readonly coveredVillages: number;
  readonly warnings: number;
  /** A18: how many of each affiliation; a person of two counts in both. */
  readonly affiliations: readonly { readonly kind: AffiliationKind; readonly members: number }[];
}

export async function readRoster(caller: Caller, query: RosterQuery): Promise<RosterPage> {
  const { roster, review } = await readSeenRoster(caller, "roster.read");
  const found = sortByName(findMembers(roster, query));
  const lastPage = Math.max(1, Math.ceil(found.length / ROSTER_PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), lastPage);
  const shown = found.slice((page - 1) * ROSTER_PAGE_SIZE, page * ROSTER_PAGE_SIZE);
  return {
    lines: linesOf(caller, roster, shown),
    found: found.length,
    page,
    lastPage,
    villages: roster.villages,
    overview: summarise(roster, review),
    villageTeams: roster.villages.map(({ id, name }) => ({
      id,
      name,
      teams: roster.teams.filter((team) => team.villageId === id),
    })),
    otherTeams: roster.teams.filter((team) => team.villageId === null),
  };
}

/** Today's roster as far as the caller may see it, and what the plan in force says to it. */
export async function readSeenRoster(
  caller: Caller,
  verb: string,
): Promise<{ roster: Roster; review: RosterReview }> {
  const { platform, today } = caller;
  const scope = caller.scope(verb);
  const communeId = scope.communes[0] ?? 0;
  return platform.db.withCommunes(scope, async (tx) => {
    const whole = await loadRoster(tx, communeId, today);
    const roster = confine(whole, caller, communeId);
    return { roster, review: reviewRoster(roster, await findReviewRules(tx, communeId, today)) };
  });
}

function confine(roster: Roster, { permission }: Caller, communeId: number): Roster {
  const reach = reachOf(permission.grants, communeId);
  if (reach.isWhole) return roster;
  const teams = roster.teams.filter(({ id, villageId }) => reach.canSeePlace({ teamId: id, villageId }));
  const villageOf = new Map(roster.teams.map(({ id, villageId }) => [id, villageId]));
  const seenTeams = new Set(teams.map(({ id }) => id));
  const members = roster.members
    .filter(({ places, affiliations }) =>
      reach.canSeePerson(
        places.map(({ teamId }) => ({ teamId, villageId: villageOf.get(teamId) ?? null })),
        affiliations,
      ),
    )
    .map((member) => ({ ...member, places: member.places.filter(({ teamId }) => seenTeams.has(teamId)) }));
  const villages = roster.villages.filter(
    ({ id }) =>
      reach.canSeePlace({ villageId: id, teamId: null }) || teams.some(({ villageId }) => villageId === id),
  );
  return { villages, teams, members };
}

/** Marks and the place of the tone do not matter to whoever searches; they never decide who somebody is. */
function findMembers(roster: Roster, { search, villageId, affiliation }: RosterQuery): RosterMember[] {
  const words = foldVietnamese(search).split(" ").filter(Boolean);
  const teams = new Set(roster.teams.filter((team) => team.villageId === villageId).map(({ id }) => id));
  return roster.members.filter((member) => {
    if (villageId !== null && !member.places.some(({ teamId }) => teams.has(teamId))) return false;
    if (affiliation !== null && !member.affiliations.includes(affiliation)) return false;
    const name = foldVietnamese(member.fullName);
    return words.every((word) => name.includes(word));
  });
}

/** The order of a class list: given name, family name, middle name; namesakes by year of birth. */
export function sortByName<Person extends { fullName: string; birthYear: number | null }>(
  people: readonly Person[],
): Person[] {
  return people
    .map((person) => ({ person, key: nameOrder(splitName(person.fullName)) }))
    .sort((left, right) =>
      left.key === right.key
        ? (left.person.birthYear ?? 0) - (right.person.birthYear ?? 0)
        : left.key < right.key
          ? -1
          : 1,
    )
    .map(({ person }) => person);
}

function nameOrder({ given, family, middle }: NameParts): string {
  return [given, family, middle].map(makeSortKey).join("\u0001");
}

export function linesOf(
  { platform, communeId }: { platform: { keys: KeyRing }; communeId: number | null },
  { teams }: Pick<Roster, "teams">,
  members: readonly RosterMember[],
): RosterLine[] {
  const byId = new Map(teams.map((team) => [team.id, team]));
  return members.map(({ phoneCipher, accountId, places, hasItSkill: _, ...member }) => ({
    ...member,
    maskedPhone: maskMemberPhone(platform.keys, communeId ?? 0, phoneCipher),
    hasAccount: accountId !== null,
    places: places.flatMap((place) => {
      const team = byId.get(place.teamId);
      return team ? [{ ...place, teamName: team.name, villageName: team.villageName }] : [];
    }),
  }));
}

function summarise({ members, teams, villages }: Roster, review: RosterReview): RosterOverview {
  const kinds = new Map<AffiliationKind, number>();
  for (const kind of members.flatMap(({ affiliations }) => affiliations))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    members: members.length,
    guests: members.filter(({ places }) => places.length > 0 && places.every((place) => place.isGuest))
      .length,
    withAccount: members.filter(({ accountId }) => accountId !== null).length,
    seenBefore: members.filter(({ lastSeenAt }) => lastSeenAt !== null).length,
    teams: teams.length,
    villages: villages.length,
    coveredVillages: review.coveredVillages,
    warnings: review.warnings,
    affiliations: [...kinds]
      .map(([kind, count]) => ({ kind, members: count }))
      .sort((left, right) => right.members - left.members),
  };
}
