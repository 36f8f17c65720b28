import type { Fixture } from "#prisma/seed/fixture.schema.ts";
import { COMMUNE, INHABITANTS, OFFICER, type VillageTeam } from "#tests/support/inhabitants.ts";

/** The house of the journeys with these teams alone: who does not write need not move in. */
export function fixtureOf(teams: readonly VillageTeam[]): Fixture {
  const villages = new Set(teams.map(({ village }) => village));
  const people = new Set(teams.flatMap(({ leader, member }) => [leader.username, member.username]));
  return {
    ...INHABITANTS,
    communes: INHABITANTS.communes
      .filter(({ code }) => code === COMMUNE.code)
      .map((commune) => ({
        ...commune,
        villages: commune.villages.filter(({ name }) => villages.has(name)),
        teams: commune.teams.filter(({ village }) => village !== undefined && villages.has(village)),
      })),
    accounts: INHABITANTS.accounts.filter(
      ({ username }) => username === OFFICER.username || people.has(username),
    ),
  };
}
