import { addDays } from "#app/domain/calendar/local-date.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockMembers } from "./lock-members.server.ts";
import type { RosterAct } from "./roster-act.ts";

/**
 * L07: an official of the commune looks after these villages from today and after no others. Written as the
 * sector office's role confined to each village; the same role for the whole commune is left alone.
 */
export async function putInCharge(
  tx: Tx,
  act: RosterAct,
  { memberId, villageIds }: { readonly memberId: string; readonly villageIds: readonly number[] },
): Promise<Verdict<null, Extract<RosterRefusal, { code: "account_needed" }> | { code: "not_permitted" }>> {
  const { communeId, today } = act;
  await lockMembers(tx, act, [memberId]);
  const member = await tx.member.findUnique({
    where: { communeId_id: { communeId, id: memberId } },
    select: { accountId: true },
  });
  if (!member) return refused({ code: "not_permitted" });
  const { accountId } = member;
  if (accountId === null) return refused({ code: "account_needed" });
  // Nobody widens their own view.
  if (accountId === act.actorId) return refused({ code: "not_permitted" });
  const ours = await tx.village.count({ where: { communeId, id: { in: [...villageIds] } } });
  if (ours < new Set(villageIds).size) return refused({ code: "not_permitted" });
  const wanted = new Set(villageIds);
  const standing = await tx.roleGrant.findMany({
    where: {
      communeId,
      accountId,
      role: "sector_office",
      villageId: { not: null },
      teamId: null,
      OR: [{ validTo: null }, { validTo: { gte: toDatabaseDay(today) } }],
    },
    select: { id: true, villageId: true, validFrom: true },
  });
  for (const { id, villageId, validFrom } of standing) {
    if (villageId !== null && wanted.delete(villageId)) continue;
    const lastDay = fromDatabaseDay(validFrom) > today ? fromDatabaseDay(validFrom) : today;
    await tx.roleGrant.update({
      where: { id },
      data: { validTo: toDatabaseDay(addDays(lastDay, -1)), endedAt: act.now, endedBy: act.actorId },
      select: { id: true },
    });
  }
  for (const villageId of wanted) await grantVillage(tx, act, accountId, villageId);
  return allowed(null);
}

/** Given again on the day it was taken, it is the same grant. */
async function grantVillage(tx: Tx, act: RosterAct, accountId: string, villageId: number): Promise<void> {
  const { communeId, actorId, now, today } = act;
  const key = {
    communeId,
    accountId,
    role: "sector_office",
    villageId,
    teamId: null,
    validFrom: toDatabaseDay(today),
  };
  const revived = await tx.roleGrant.updateMany({
    where: key,
    data: { validTo: null, endedAt: null, endedBy: null },
  });
  if (revived.count > 0) return;
  await tx.roleGrant.create({
    data: { ...key, id: act.newId(), grantedBy: actorId, grantedAt: now },
    select: { id: true },
  });
}
