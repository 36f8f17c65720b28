import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { RosterAct } from "./roster-act.ts";

interface WantedGrant {
  readonly accountId: string;
  readonly role: string;
  readonly villageId: number | null;
  readonly teamId: number;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * Rights follow today's membership (L05, T16): writes the grants these people's memberships and delegations
 * ask for, and ends those they no longer do, in the transaction of the change itself. Grants that no team of
 * theirs explains (offices, officials in charge) are left alone. `otherTeams`: teams they are no longer in at all.
 */
export async function followMemberships(
  tx: Tx,
  act: RosterAct,
  memberIds: readonly string[],
  otherTeams: readonly number[] = [],
): Promise<void> {
  const { communeId } = act;
  const members = await tx.member.findMany({
    where: { communeId, id: { in: [...new Set(memberIds)] }, accountId: { not: null } },
    select: { id: true, accountId: true },
  });
  if (members.length === 0) return;
  const accountOf = new Map(members.map(({ id, accountId }) => [id, accountId ?? ""]));
  const wanted = await readWanted(tx, communeId, accountOf);
  const standing = await tx.roleGrant.findMany({
    where: {
      communeId,
      accountId: { in: [...accountOf.values()] },
      role: { in: ["leader", "deputy", "member"] },
      teamId: { in: [...new Set([...[...wanted.values()].map(({ teamId }) => teamId), ...otherTeams])] },
    },
  });
  for (const grant of standing) {
    const key = keyOf({ ...grant, from: fromDatabaseDay(grant.validFrom) });
    const wish = wanted.get(key);
    wanted.delete(key);
    const until = wish ? wish.until : addDays(fromDatabaseDay(grant.validFrom), -1);
    if ((grant.validTo && fromDatabaseDay(grant.validTo)) === until) continue;
    await tx.roleGrant.update({
      where: { id: grant.id },
      data:
        until === null
          ? { validTo: null, endedAt: null, endedBy: null }
          : { validTo: toDatabaseDay(until), endedAt: act.now, endedBy: act.actorId },
      select: { id: true },
    });
  }
  await tx.roleGrant.createMany({
    data: [...wanted.values()].map(({ from, until, ...grant }) => ({
      ...grant,
      id: act.newId(),
      communeId,
      validFrom: toDatabaseDay(from),
      validTo: until && toDatabaseDay(until),
      grantedBy: act.actorId,
      grantedAt: act.now,
    })),
  });
}

async function readWanted(
  tx: Tx,
  communeId: number,
  accountOf: ReadonlyMap<string, string>,
): Promise<Map<string, WantedGrant>> {
  const ids = [...accountOf.keys()];
  const memberships = await tx.membership.findMany({
    where: { communeId, memberId: { in: ids } },
    select: { memberId: true, teamId: true, role: true, validFrom: true, validTo: true },
  });
  const delegations = await tx.delegation.findMany({
    where: { communeId, toMember: { in: ids } },
    select: { toMember: true, teamId: true, validFrom: true, validTo: true, endedAt: true },
  });
  const times = [
    ...memberships,
    // Whoever stands in for the leader may what the leader may, for those days.
    ...delegations.map(({ toMember, endedAt, ...rest }) => ({
      ...rest,
      memberId: toMember,
      role: "leader",
      validTo: endedAt === null ? rest.validTo : endOfEnded(rest, endedAt),
    })),
  ];
  const teams = await tx.team.findMany({
    where: { communeId, id: { in: [...new Set(times.map(({ teamId }) => teamId))] } },
    select: { id: true, villageId: true },
  });
  const villageOf = new Map(teams.map(({ id, villageId }) => [id, villageId]));
  const wanted = new Map<string, WantedGrant>();
  for (const { memberId, teamId, role, validFrom, validTo } of times) {
    const grant: WantedGrant = {
      accountId: accountOf.get(memberId) ?? "",
      role,
      teamId,
      villageId: villageOf.get(teamId) ?? null,
      from: fromDatabaseDay(validFrom),
      until: validTo && fromDatabaseDay(validTo),
    };
    // A delegation that begins with a leadership of the same day is one right: the longer of the two.
    const earlier = wanted.get(keyOf(grant));
    const isShorter =
      earlier && (earlier.until === null || (grant.until !== null && grant.until < earlier.until));
    if (!isShorter) wanted.set(keyOf(grant), grant);
  }
  return wanted;
}

/** Taken back on a day, a delegation holds no more on that day. */
function endOfEnded({ validFrom, validTo }: { validFrom: Date; validTo: Date }, endedAt: Date): Date {
  const dayBefore = addDays(localDateAt(endedAt.getTime()), -1);
  const lastDay = dayBefore < fromDatabaseDay(validTo) ? dayBefore : fromDatabaseDay(validTo);
  const emptied = addDays(fromDatabaseDay(validFrom), -1);
  return toDatabaseDay(lastDay < emptied ? emptied : lastDay);
}

function keyOf(
  grant: Pick<WantedGrant, "accountId" | "role" | "from"> & {
    villageId: number | null;
    teamId: number | null;
  },
) {
  return [grant.accountId, grant.role, grant.villageId ?? "", grant.teamId ?? "", grant.from].join("/");
}
