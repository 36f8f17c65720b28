import { addDays } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { fromDatabaseDay, toDatabaseDay } from "../communes/database-day.ts";
import { followMemberships } from "../roster/follow-memberships.server.ts";
import type { CopiedPlaces } from "./copy-places.server.ts";
import type { MergerAct } from "./merger-act.ts";

/**
 * Rights go by today (T16): those of teams follow the memberships; an official in charge of a village goes on with it.
 * Offices of the whole commune stay where they are: the old one is kept until its months are sealed, and whom the new
 * one appoints, it decides itself.
 */
export async function moveRights(
  tx: Tx,
  act: MergerAct,
  { villages, teams }: CopiedPlaces,
  members: ReadonlyMap<string, string>,
): Promise<void> {
  const { old, young, effectiveOn, lastDay } = act;
  const firstDay = toDatabaseDay(effectiveOn);
  await tx.delegation.updateMany({
    where: {
      communeId: old.communeId,
      endedAt: null,
      validFrom: { lt: firstDay },
      validTo: { gte: firstDay },
    },
    data: { validTo: toDatabaseDay(lastDay) },
  });
  await followMemberships(tx, old, [...members.keys()], [...teams.keys()]);
  await followMemberships(tx, young, [...new Set(members.values())]);
  const left = await tx.roleGrant.findMany({
    where: {
      communeId: old.communeId,
      AND: [
        { OR: [{ teamId: { not: null } }, { villageId: { not: null } }] },
        { OR: [{ validTo: null }, { validTo: { gte: firstDay } }] },
      ],
    },
  });
  for (const grant of left) {
    const from = fromDatabaseDay(grant.validFrom);
    await tx.roleGrant.update({
      where: { id: grant.id },
      data: {
        validTo: toDatabaseDay(from > lastDay ? addDays(from, -1) : lastDay),
        endedAt: old.now,
        endedBy: old.actorId,
      },
      select: { id: true },
    });
    const villageId = grant.villageId === null ? null : villages.get(grant.villageId);
    const teamId = grant.teamId === null ? null : teams.get(grant.teamId);
    if (villageId === undefined || teamId === undefined) continue;
    await tx.roleGrant.createMany({
      data: {
        ...grant,
        id: young.newId(),
        communeId: young.communeId,
        villageId,
        teamId,
        validFrom: from > effectiveOn ? grant.validFrom : firstDay,
        grantedBy: young.actorId,
        grantedAt: young.now,
      },
      skipDuplicates: true,
    });
  }
}
