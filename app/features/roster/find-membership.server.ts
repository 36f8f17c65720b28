import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockMembers } from "./lock-members.server.ts";
import type { RosterAct } from "./roster-act.ts";

/** The membership with its person locked; null where the commune has none of that id. */
export async function findMembership(tx: Tx, act: RosterAct, membershipId: string) {
  const where = { communeId_id: { communeId: act.communeId, id: membershipId } };
  const owner = await tx.membership.findUnique({ where, select: { memberId: true } });
  if (!owner) return null;
  await lockMembers(tx, act, [owner.memberId]);
  const row = await tx.membership.findUniqueOrThrow({ where });
  const from: LocalDate = fromDatabaseDay(row.validFrom);
  const until: LocalDate | null = row.validTo && fromDatabaseDay(row.validTo);
  return { ...row, from, until };
}
