import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Which sessions of the account: one, those of a device, or all; never the one that is kept. */
export interface SessionsToEnd {
  readonly accountId: string;
  readonly sessionId?: string;
  readonly deviceId?: string;
  readonly except?: string;
}

/**
 * Marks the sessions ended and answers their ids. The tokens are refused from the commit on; hand the ids to
 * `closeLines` after it, so that open screens go dark as well.
 */
export async function endSessions(tx: Tx, which: SessionsToEnd, now: Date): Promise<string[]> {
  const ended = await tx.session.updateManyAndReturn({
    where: {
      accountId: which.accountId,
      revokedAt: null,
      ...(which.sessionId !== undefined && { id: which.sessionId }),
      ...(which.deviceId !== undefined && { deviceId: which.deviceId }),
      ...(which.except !== undefined && { NOT: { id: which.except } }),
    },
    data: { revokedAt: now },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}

export async function closeLines(platform: Platform, sessionIds: readonly string[]): Promise<void> {
  await Promise.all(sessionIds.map((id) => platform.live.closeSession(id)));
}
