import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";

/** Who the caller is on the roster; null for accounts that are on none. */
export async function findOwnMemberId(tx: Tx, { communeId, accountId }: LogAct): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId }, select: { id: true } });
  return row?.id ?? null;
}
