import { daysBetween, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { overlap } from "#app/domain/people/membership.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { followMemberships } from "./follow-memberships.server.ts";
import { lockMembers } from "./lock-members.server.ts";
import type { RosterAct } from "./roster-act.ts";

const LONGEST_DAYS = 92;

export interface NewDelegation {
  readonly id: Id;
  readonly teamId: number;
  readonly toMember: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly reason: string;
}

export type DelegationRefusal =
  | Extract<RosterRefusal, { code: `delegation_${string}` | "delegate_not_in_team" | "guest_only_member" }>
  | { code: "not_permitted" };

/** The leader is away: somebody of the team stands in from a day to a day, with the leader's rights and no longer. */
export async function delegateLeadership(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  wanted: NewDelegation,
): Promise<Verdict<null, DelegationRefusal>> {
  const { communeId } = act;
  if (wanted.until < wanted.from) return refused({ code: "delegation_ends_before_it_starts" });
  if (wanted.until < act.today) return refused({ code: "delegation_in_the_past" });
  if (daysBetween(wanted.from, wanted.until) > LONGEST_DAYS) {
    return refused({ code: "delegation_too_long", maximumDays: LONGEST_DAYS });
  }
  const { id, teamId, toMember } = wanted;
  if (!(await lockMembers(tx, act, [toMember])).has(toMember)) return refused({ code: "not_permitted" });
  await tx.$executeRaw`select from team where commune_id = ${communeId} and id = ${teamId} for update`;
  if ((await tx.delegation.count({ where: { communeId, id } })) > 0) return allowed(null);
  const leader = await findOnDay(tx, communeId, teamId, wanted.from, {
    role: "leader",
    memberId: { not: toMember },
  });
  const isInTeam = await findOnDay(tx, communeId, teamId, wanted.from, { memberId: toMember });
  if (!leader) return refused({ code: "not_permitted" });
  if (!isInTeam) return refused({ code: "delegate_not_in_team" });
  if (await findOnDay(tx, communeId, teamId, wanted.from, { memberId: toMember, source: "campaign" })) {
    return refused({ code: "guest_only_member" });
  }
  const others = await tx.delegation.findMany({ where: { communeId, teamId, endedAt: null } });
  const times = others.map(({ validFrom, validTo }) => ({
    from: fromDatabaseDay(validFrom),
    until: fromDatabaseDay(validTo),
  }));
  const hit = times.find((time) => overlap(time, wanted));
  if (hit) return refused({ code: "delegation_overlaps", ...hit });
  await tx.delegation.create({
    data: {
      communeId,
      id,
      teamId,
      fromMember: leader.memberId,
      toMember,
      validFrom: toDatabaseDay(wanted.from),
      validTo: toDatabaseDay(wanted.until),
      reason: wanted.reason,
      madeBy: act.actorId,
      madeAt: act.now,
    },
    select: { id: true },
  });
  await followMemberships(tx, act, [toMember]);
  return allowed(null);
}

/** Taken back, the stand-in's rights are gone at once. */
export async function endDelegation(
  tx: Tx,
  act: RosterAct,
  { teamId, id }: { readonly teamId: number; readonly id: string },
): Promise<Verdict<null, { code: "not_permitted" }>> {
  const { communeId } = act;
  const found = await tx.delegation.findFirst({
    where: { communeId, teamId, id },
    select: { toMember: true, endedAt: true },
  });
  if (!found) return refused({ code: "not_permitted" });
  if (found.endedAt !== null) return allowed(null);
  await tx.delegation.update({
    where: { communeId_id: { communeId, id } },
    data: { endedAt: act.now },
    select: { id: true },
  });
  await followMemberships(tx, act, [found.toMember]);
  return allowed(null);
}

function findOnDay(
  tx: Tx,
  communeId: number,
  teamId: number,
  day: LocalDate,
  also: { readonly role?: string; readonly source?: string; readonly memberId: string | { not: string } },
) {
  const on = toDatabaseDay(day);
  return tx.membership.findFirst({
    where: {
      communeId,
      teamId,
      ...also,
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gte: on } }],
    },
    orderBy: { validFrom: "asc" },
    select: { memberId: true },
  });
}
