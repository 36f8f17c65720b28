import { z } from "zod";
import { ROLES } from "#app/domain/access/roles.ts";
import type { HandOverRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { effectiveFirstDay, type HandOver } from "#app/domain/accounts/hand-over.ts";
import { addDays, type LocalDate, parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "./allow.server.ts";

export const handOverPayload = z.object({
  role: z.enum(ROLES),
  fromAccountId: z.uuid(),
  toAccountId: z.uuid(),
  firstDay: z.string().transform((text, context): LocalDate => {
    const day = parseLocalDate(text);
    if (day) return day;
    context.addIssue("not a day");
    return z.NEVER;
  }),
});

/**
 * Ends the old holder's role the day before and begins the new one's. Both rows stay: who held the office on
 * which day can always be told.
 */
export async function carryOutHandOver(
  caller: Caller,
  tx: Tx,
  act: { readonly communeId: number; readonly payload: unknown },
): Promise<Verdict<{ firstDay: LocalDate }, HandOverRefusal>> {
  const handOver: HandOver = handOverPayload.parse(act.payload);
  const firstDay = effectiveFirstDay(handOver, caller.today);
  const heir = await tx.account.findFirst({
    where: { id: handOver.toAccountId, status: "active" },
    select: { id: true },
  });
  if (!heir) return refused({ code: "account_disabled" });
  const place = { communeId: act.communeId, role: handOver.role, villageId: null, teamId: null };
  if (!(await endOldGrants(caller, tx, { ...place, accountId: handOver.fromAccountId }, firstDay))) {
    return refused({ code: "hand_over_not_held" });
  }
  await beginNewGrant(caller, tx, { ...place, accountId: handOver.toAccountId }, firstDay);
  await caller.platform.live.touch(
    tx,
    `account:${handOver.fromAccountId}`,
    `account:${handOver.toAccountId}`,
  );
  return allowed({ firstDay });
}

interface GrantPlace {
  readonly communeId: number;
  readonly accountId: string;
  readonly role: string;
  readonly villageId: null;
  readonly teamId: null;
}

async function endOldGrants(
  caller: Caller,
  tx: Tx,
  place: GrantPlace,
  firstDay: LocalDate,
): Promise<boolean> {
  const standing = await tx.roleGrant.findMany({
    where: { ...place, OR: [{ validTo: null }, { validTo: { gte: dateOf(firstDay) } }] },
    select: { id: true, validFrom: true },
  });
  for (const grant of standing) {
    // A role that had not begun by then never begins.
    const lastDay =
      grant.validFrom < dateOf(firstDay) ? dateOf(addDays(firstDay, -1)) : dayBefore(grant.validFrom);
    await tx.roleGrant.update({
      where: { id: grant.id },
      data: { validTo: lastDay, endedBy: caller.person.accountId, endedAt: caller.now },
      select: { id: true },
    });
  }
  return standing.length > 0;
}

async function beginNewGrant(caller: Caller, tx: Tx, place: GrantPlace, firstDay: LocalDate): Promise<void> {
  const { platform, now, person } = caller;
  const validFrom = dateOf(firstDay);
  const alreadyHolds = await tx.roleGrant.findFirst({
    where: { ...place, validFrom: { lte: validFrom }, validTo: null },
    select: { id: true },
  });
  if (alreadyHolds) return;
  // A role of the same first day that was ended before it began is the one that begins now.
  const { count } = await tx.roleGrant.updateMany({
    where: { ...place, validFrom },
    data: { validTo: null, endedBy: null, endedAt: null, grantedBy: person.accountId, grantedAt: now },
  });
  if (count > 0) return;
  await tx.roleGrant.create({
    data: {
      id: makeId(now.getTime(), platform.random.bytes(10)),
      ...place,
      validFrom,
      grantedBy: person.accountId,
      grantedAt: now,
    },
    select: { id: true },
  });
}

/** A date column is midnight in UTC. */
function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayBefore(date: Date): Date {
  return new Date(date.getTime() - 24 * 60 * 60 * 1000);
}
