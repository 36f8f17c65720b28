import type { TitlePerson } from "#app/domain/titles/nomination.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Whoever speaks, and where they live where the roster knows. */
export async function findTitlePerson(tx: Tx, communeId: number, accountId: string): Promise<TitlePerson> {
  const member = await tx.member.findFirst({
    where: { communeId, accountId },
    select: { householdId: true },
  });
  return { accountId, householdId: member?.householdId ?? null };
}
