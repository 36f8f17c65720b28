import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export type StatementCaller = Pick<Caller, "platform" | "person" | "communeId" | "today" | "now" | "scope">;

/** Who the caller is on the roster; null for accounts that are on none. */
export async function findOwnMember(tx: Tx, communeId: number, accountId: string): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId }, select: { id: true } });
  return row?.id ?? null;
}
