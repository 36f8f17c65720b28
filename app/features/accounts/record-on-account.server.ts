import type { Tx } from "#app/platform/db/database.ts";

/**
 * Sessions, phones and printed codes change all day and are not audited row by row. An act of weight on them is
 * written into the audit log as a statement on the account itself, with its verb and who did it.
 */
export async function recordOnAccount(tx: Pick<Tx, "$executeRaw">, accountId: string): Promise<void> {
  await tx.$executeRaw`update account set status = status where id = ${accountId}::uuid`;
}
