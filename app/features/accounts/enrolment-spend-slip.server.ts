import type { Tx } from "#app/platform/db/database.ts";

/** Thrown to undo the rest when somebody else used the slip at the same moment. */
export class SlipSpent extends Error {
  constructor() {
    super("the slip was used or withdrawn meanwhile");
  }
}

/** One of however many who try at once gets past this line. */
export async function spendSlip(tx: Tx, slipId: string, now: Date): Promise<void> {
  const { count } = await tx.enrolmentSlip.updateMany({
    where: { id: slipId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) throw new SlipSpent();
}
