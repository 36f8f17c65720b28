import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";

/** Who the caller is on the roster; null for accounts that are on none. */
export async function findOwnMemberId(tx: Tx, { communeId, accountId }: LogAct): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId }, select: { id: true } });
  return row?.id ?? null;
}

/** By account, who each of them is on the roster. */
export async function findOwnMemberIds(
  tx: Tx,
  communeId: number,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ accountId: string; id: string }[]>`
    select account_id as "accountId", id from member
     where commune_id = ${communeId} and account_id = any(${[...new Set(accountIds)]}::uuid[])`;
  return new Map(rows.map(({ accountId, id }) => [accountId, id]));
}
