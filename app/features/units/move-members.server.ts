import type { TeamRole } from "#app/domain/people/membership.ts";
import type { JudgedUnitChange } from "#app/domain/roster/unit-change.ts";
import { type MovingTime, moveMemberships } from "#app/domain/roster/unit-change-moves.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { lockMembers } from "#app/features/roster/lock-members.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { NewTeam } from "./plan-new-teams.server.ts";
import { seatOf, type UnitChangeOrder } from "./unit-change.ts";

export interface MovedMembers {
  readonly memberIds: readonly string[];
  /** The new team a member of an old one is in from now on. */
  newTeamOf(memberId: string, oldTeamId: number): NewTeam | null;
}

export async function moveMembers(
  tx: Tx,
  act: RosterAct,
  order: UnitChangeOrder,
  change: JudgedUnitChange,
  teams: readonly NewTeam[],
): Promise<MovedMembers> {
  const { communeId, actorId, now } = act;
  const newTeamOf = (memberId: string, oldTeamId: number): NewTeam | null => {
    const heirs = teams.filter(({ from }) => from.some(({ id }) => id === oldTeamId));
    return heirs[seatOf(order.seats, memberId, heirs.length)] ?? null;
  };
  const oldIds = [...new Set(teams.flatMap(({ from }) => from.map(({ id }) => id)))];
  const where = { communeId, teamId: { in: oldIds } };
  const known = await tx.membership.findMany({ where, select: { memberId: true } });
  const memberIds = [...new Set(known.map(({ memberId }) => memberId))];
  await lockMembers(tx, act, memberIds);
  const rows = await tx.membership.findMany({ where });
  const times = rows.map(
    (row): MovingTime => ({
      id: row.id,
      memberId: row.memberId,
      teamId: String(row.teamId),
      role: row.role as TeamRole,
      from: fromDatabaseDay(row.validFrom),
      until: row.validTo && fromDatabaseDay(row.validTo),
    }),
  );
  const moves = moveMemberships(
    times,
    ({ memberId, teamId }) => newTeamOf(memberId, Number(teamId))?.id.toString() ?? null,
    change.effectiveOn,
  );
  await tx.membership.updateMany({
    where: { communeId, id: { in: moves.closes.map(({ id }) => id) } },
    data: { validTo: toDatabaseDay(change.lastDay) },
  });
  await tx.membership.deleteMany({ where: { communeId, id: { in: [...moves.withdraws] } } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  await tx.membership.createMany({
    data: moves.opens.map(({ fromId, teamId, from, until }) => {
      const row = rowOf.get(fromId);
      if (!row) throw new Error(`the membership ${fromId} was not read`);
      return {
        ...row,
        id: act.newId(),
        teamId: Number(teamId),
        validFrom: toDatabaseDay(from),
        validTo: until && toDatabaseDay(until),
        enteredBy: actorId,
        enteredAt: now,
      };
    }),
  });
  await moveDelegations(tx, act, change, oldIds, newTeamOf);
  return { memberIds, newTeamOf };
}

/** Whoever stands in for a leader goes on where both of them are in one team again; elsewhere it ends. */
async function moveDelegations(
  tx: Tx,
  act: RosterAct,
  change: JudgedUnitChange,
  oldTeamIds: readonly number[],
  newTeamOf: MovedMembers["newTeamOf"],
): Promise<void> {
  const { communeId } = act;
  const effectiveOn = toDatabaseDay(change.effectiveOn);
  const running = await tx.delegation.findMany({
    where: { communeId, teamId: { in: [...oldTeamIds] }, endedAt: null, validTo: { gte: effectiveOn } },
  });
  for (const row of running) {
    const where = { communeId_id: { communeId, id: row.id } };
    const isBegun = row.validFrom < effectiveOn;
    if (isBegun)
      await tx.delegation.update({
        where,
        data: { validTo: toDatabaseDay(change.lastDay) },
        select: { id: true },
      });
    else await tx.delegation.update({ where, data: { endedAt: act.now }, select: { id: true } });
    const team = newTeamOf(row.toMember, row.teamId);
    if (team === null || team.id !== newTeamOf(row.fromMember, row.teamId)?.id) continue;
    await tx.delegation.createMany({
      data: { ...row, id: act.newId(), teamId: team.id, validFrom: isBegun ? effectiveOn : row.validFrom },
    });
  }
}
