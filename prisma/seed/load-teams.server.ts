import { type LocalDate, localDateAt, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { addMembers } from "#app/features/roster/add-member.server.ts";
import { addMemberships } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { type RosterAct, rosterAct } from "#app/features/roster/roster-act.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { CommuneInFixture, TeamInFixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";
import type { CommunePlace } from "./load-commune.server.ts";
import { findVillage } from "./load-grants.server.ts";

export interface TeamsPlace extends CommunePlace {
  /** Ids of accounts by user name. */
  readonly accounts: ReadonlyMap<string, string>;
}

/**
 * Teams with their people. A team is known by its village and name and is then left as it is, people and all: a
 * name is never a person's key.
 */
export async function loadTeams(
  tx: Tx,
  place: TeamsPlace,
  { teams }: CommuneInFixture,
  report: { teams: number; members: number },
): Promise<void> {
  const { platform, stamp, number: communeId } = place;
  const act = rosterAct(platform, { ...stamp, communes: [communeId] });
  for (const team of teams) {
    const villageId = team.village === undefined ? null : await findVillage(tx, communeId, team.village);
    const isKnown = await tx.team.findFirst({
      where: { communeId, villageId, name: team.name },
      select: { id: true },
    });
    if (isKnown) continue;
    const verdict = await addTeam(tx, act, {
      clientId: act.newId(),
      kind: villageId === null ? "commune" : "village",
      villageId,
      organisationId: null,
      name: team.name,
      decisionNumber: team.decision?.number ?? null,
      decisionDate: team.decision ? (parseLocalDate(team.decision.date) ?? null) : null,
      zaloGroup: null,
      validFrom: startOf(team, act),
    });
    if (!verdict.ok) throw new FixtureRefused(`The team ${team.name} is refused (${verdict.code}).`);
    report.teams += 1;
    report.members += await loadMembers(tx, act, place, team, verdict.value.teamId);
  }
}

async function loadMembers(
  tx: Tx,
  act: RosterAct,
  { platform, accounts }: TeamsPlace,
  team: TeamInFixture,
  teamId: number,
): Promise<number> {
  const { communeId } = act;
  const people = team.members.map((member) => ({ member, id: act.newId() as Id }));
  await addMembers(
    tx,
    platform.keys,
    act,
    people.map(({ id, member }) => ({
      id,
      fullName: member.name,
      birthYear: member.birthYear ?? null,
      sex: member.sex ?? null,
      ethnicity: member.ethnicity ?? null,
      position: member.position ?? null,
      hasItSkill: member.hasItSkill ?? null,
      phone: member.phone === undefined ? null : parsePhone(member.phone),
    })),
  );
  for (const { id, member } of people) {
    if (member.account !== undefined) {
      const accountId = accounts.get(member.account);
      if (!accountId) throw new FixtureRefused(`"${member.account}" of ${team.name} is no account.`);
      const where = { communeId_id: { communeId, id } };
      await tx.member.update({ where, data: { accountId }, select: { id: true } });
    }
    const wanted = member.affiliations.map(({ kind, organisation }) => ({
      kind,
      organisation: organisation ?? null,
    }));
    // What the fixture says of people has held since their team began.
    await setAffiliations(tx, { ...act, today: startOf(team, act) }, id, wanted);
  }
  const verdict = await addMemberships(
    tx,
    act,
    people.map(({ id, member }) => ({
      id: act.newId() as Id,
      memberId: id,
      teamId,
      role: member.role,
      from: startOf(team, act),
      until: member.guest ? (parseLocalDate(member.guest.until) ?? null) : null,
      source: member.guest ? ("campaign" as const) : ("decision" as const),
      campaign: member.guest?.campaign ?? null,
      isCore: member.isCore,
      title: member.position ?? null,
    })),
  );
  if (!verdict.ok) throw new FixtureRefused(`Somebody of ${team.name} is refused (${verdict.code}).`);
  return people.length;
}

function startOf({ from }: TeamInFixture, { now }: RosterAct): LocalDate {
  return (from === undefined ? null : parseLocalDate(from)) ?? localDateAt(now.getTime());
}
