import type { Actor, Assurance, Grant } from "#app/domain/access/actor.ts";
import { isRole } from "#app/domain/access/roles.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";

/**
 * What an account that just proved itself may do today. The transaction must be stamped with that account:
 * row-level security shows an account its own roles and nobody else's.
 */
export async function readOwnActor(
  tx: Tx,
  accountId: string,
  assurance: Assurance,
  now: Date,
): Promise<Actor> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      isFounder: true,
      mustChangePassword: true,
      totpConfirmedAt: true,
      _count: { select: { passkeys: { where: { deviceId: null } } } },
    },
  });
  const today = localDateAt(now.getTime());
  const day = new Date(`${today}T00:00:00Z`);
  const rows = await tx.roleGrant.findMany({
    where: { accountId, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    select: { role: true, communeId: true, villageId: true, teamId: true, validFrom: true, validTo: true },
  });
  return {
    accountId,
    grants: rows.map(grantOf),
    assurance,
    hasSecondFactor: account.totpConfirmedAt !== null || account._count.passkeys > 0,
    mustChangePassword: account.mustChangePassword,
    isFounder: account.isFounder,
    provedFreshly: true,
  };
}

interface GrantRow extends Omit<Grant, "role" | "validFrom" | "validTo"> {
  readonly role: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

function grantOf(row: GrantRow): Grant {
  if (!isRole(row.role)) throw new Error(`the database holds an unknown role "${row.role}"`);
  return {
    ...row,
    role: row.role,
    validFrom: dayOf(row.validFrom),
    validTo: row.validTo && dayOf(row.validTo),
  };
}

/** A date column comes as midnight in UTC. */
function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}
