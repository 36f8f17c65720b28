import { localDateAt, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { householdCodeKey } from "#app/domain/households/household-code.ts";
import { insertHouseholds, type NewHousehold } from "#app/features/households/insert-households.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { CommuneInFixture, HouseholdInFixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";
import { findVillage } from "./load-grants.server.ts";
import type { TeamsPlace } from "./load-teams.server.ts";

/** The lists of villages that have none yet. A list that is there is left as it is. */
export async function loadHouseholds(
  tx: Tx,
  place: TeamsPlace,
  { households = [], teams }: CommuneInFixture,
): Promise<void> {
  const { number: communeId, platform, stamp } = place;
  const act = rosterAct(platform, { ...stamp, communes: [communeId] });
  const today = localDateAt(act.now.getTime());
  const rows: NewHousehold[] = [];
  const proposals: { id: string; by: string }[] = [];
  for (const [village, listed] of byVillage(households)) {
    const villageId = await findVillage(tx, communeId, village);
    if (await tx.household.findFirst({ where: { communeId, villageId }, select: { id: true } })) continue;
    for (const { from, longAbsent, absenceProposedBy, lane = null, ...household } of listed) {
      const id = act.newId();
      const validFrom = (from === undefined ? null : parseLocalDate(from)) ?? today;
      rows.push({ ...household, id, villageId, lane, validFrom, isLongAbsent: longAbsent });
      if (absenceProposedBy !== undefined) proposals.push({ id, by: absenceProposedBy });
    }
  }
  await insertHouseholds(tx, platform.keys, act, rows);
  for (const { id, by } of proposals) {
    const proposerId = place.accounts.get(by);
    if (!proposerId) throw new FixtureRefused(`"${by}", who proposes an absence, is no account.`);
    await tx.household.update({
      where: { communeId_id: { communeId, id } },
      data: { absenceProposed: true, absenceProposedBy: proposerId, absenceProposedAt: act.now },
      select: { id: true },
    });
  }
  await placeMembers(tx, place, teams, households);
}

/** Where members live, as far as the fixture says; who lives somewhere already stays there. */
async function placeMembers(
  tx: Tx,
  { number: communeId, accounts }: TeamsPlace,
  teams: CommuneInFixture["teams"],
  households: readonly HouseholdInFixture[],
): Promise<void> {
  for (const { name, village, members } of teams) {
    for (const { account, household: code } of members) {
      if (code === undefined) continue;
      const accountId = account === undefined ? undefined : accounts.get(account);
      const isListed = households.some((each) => each.village === village && each.code === code);
      if (accountId === undefined || village === undefined || !isListed)
        throw new FixtureRefused(`A member of ${name} lives in ${code}, which needs an account and a list.`);
      const villageId = await findVillage(tx, communeId, village);
      const household = await tx.household.findFirst({
        where: { communeId, villageId, code, validTo: null },
        select: { id: true },
      });
      await tx.member.updateMany({
        where: { communeId, accountId, householdId: null },
        data: { householdId: household?.id ?? null },
      });
    }
  }
}

function byVillage(households: readonly HouseholdInFixture[]): Map<string, HouseholdInFixture[]> {
  const lists = new Map<string, HouseholdInFixture[]>();
  for (const household of households) {
    const list = lists.get(household.village) ?? [];
    if (list.some(({ code }) => householdCodeKey(code) === householdCodeKey(household.code)))
      throw new FixtureRefused(`${household.village} has the household ${household.code} twice.`);
    lists.set(household.village, [...list, household]);
  }
  return lists;
}
