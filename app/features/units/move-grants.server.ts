import { addDays } from "#app/domain/calendar/local-date.ts";
import type { JudgedUnitChange } from "#app/domain/roster/unit-change.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { followMemberships } from "#app/features/roster/follow-memberships.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { NewTeam } from "./plan-new-teams.server.ts";

interface NewPlaces {
  readonly teams: readonly NewTeam[];
  readonly villageIds: readonly number[];
  readonly memberIds: readonly string[];
}

/**
 * Rights by today (T16): those of memberships follow the memberships. Those given by hand, to the official in
 * charge of a village (L07), go over to every part of it; one over a team only where a single team takes its
 * place, because nobody said which half was meant.
 */
export async function moveGrants(
  tx: Tx,
  act: RosterAct,
  change: JudgedUnitChange,
  { teams, villageIds, memberIds }: NewPlaces,
): Promise<void> {
  const { communeId, actorId, now } = act;
  const oldTeamIds = [...new Set(teams.flatMap(({ from }) => from.map(({ id }) => id)))];
  const oldVillageIds = villageIds.length > 0 ? change.old.map(({ id }) => id) : [];
  await followMemberships(tx, act, memberIds, oldTeamIds);
  const left = await tx.roleGrant.findMany({
    where: {
      communeId,
      AND: [
        { OR: [{ teamId: { in: oldTeamIds } }, { teamId: null, villageId: { in: oldVillageIds } }] },
        { OR: [{ validTo: null }, { validTo: { gte: toDatabaseDay(change.effectiveOn) } }] },
      ],
    },
  });
  for (const grant of left) {
    const from = fromDatabaseDay(grant.validFrom);
    const until = from > change.effectiveOn ? addDays(from, -1) : change.lastDay;
    await tx.roleGrant.update({
      where: { id: grant.id },
      data: { validTo: toDatabaseDay(until), endedAt: now, endedBy: actorId },
      select: { id: true },
    });
    await tx.roleGrant.createMany({
      data: placesOf(grant.teamId).map((place) => ({
        ...grant,
        ...place,
        id: act.newId(),
        validFrom: toDatabaseDay(from > change.effectiveOn ? from : change.effectiveOn),
        grantedBy: actorId,
        grantedAt: now,
      })),
      skipDuplicates: true,
    });
  }

  function placesOf(oldTeamId: number | null): { teamId: number | null; villageId: number | null }[] {
    if (oldTeamId === null) return villageIds.map((villageId) => ({ teamId: null, villageId }));
    const heirs = teams.filter(({ from }) => from.some(({ id }) => id === oldTeamId));
    const [heir] = heirs;
    if (heir === undefined || heirs.length > 1) return [];
    const villageId = heir.villageIndex === null ? heir.from[0].villageId : villageIds[heir.villageIndex];
    return [{ teamId: heir.id, villageId: villageId ?? null }];
  }
}
