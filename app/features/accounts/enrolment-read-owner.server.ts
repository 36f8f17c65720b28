import { mustUseSecondFactor } from "#app/domain/access/actor.ts";
import type { SlipSubject } from "#app/domain/accounts/enrolment-slip.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readOwnActor } from "./read-own-actor.server.ts";

export interface SlipOwnerView extends SlipSubject {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
}

/**
 * An account as a slip must know it: all its communes and whether a second factor guards it. Only an account
 * itself sees its roles everywhere, so it is read under its own name.
 */
export async function readSlipOwner(
  platform: Platform,
  accountId: string,
  requestId: string,
): Promise<SlipOwnerView> {
  const stamp = { actorId: accountId, verb: "accounts.read-slip-owner", requestId };
  return platform.db.withGlobals(stamp, (tx) => readOwnerInside(tx, accountId, platform.clock.now()));
}

/** The same inside a transaction that is stamped with the account. */
export async function readOwnerInside(tx: Tx, accountId: string, now: Date): Promise<SlipOwnerView> {
  const today = localDateAt(now.getTime());
  const actor = await readOwnActor(tx, accountId, "password", now);
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { status: true, displayName: true, username: true },
  });
  return {
    accountId,
    displayName: account.displayName,
    username: account.username,
    isActive: account.status === "active",
    hasSecondFactor: actor.hasSecondFactor,
    mustUseSecondFactor: mustUseSecondFactor(actor, today),
    communes: await readCommunes(tx, accountId, today),
  };
}

/** Roles that begin tomorrow count as well: the slip would still be open then. */
async function readCommunes(tx: Tx, accountId: string, today: LocalDate): Promise<number[]> {
  const rows = await tx.roleGrant.findMany({
    where: { accountId, OR: [{ validTo: null }, { validTo: { gte: new Date(`${today}T00:00:00Z`) } }] },
    select: { communeId: true },
    distinct: ["communeId"],
  });
  return rows.map(({ communeId }) => communeId);
}
