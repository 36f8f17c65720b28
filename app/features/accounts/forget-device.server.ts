import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "./allow.server.ts";
import { notFound } from "./answer-refusal.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";

/**
 * A lost phone, or one that is given away: its sessions end, its PIN and fingerprint open nothing, and it is a
 * stranger again. Somebody else's device and none at all are the same answer.
 */
export async function forgetDevice(caller: Caller, deviceId: string): Promise<{ endedHere: boolean }> {
  const { platform, person, session, now } = caller;
  const ended = await platform.db.withGlobals(caller.stamp("accounts.forget-device"), async (tx) => {
    if (!(await lockDevice(tx, person.accountId, deviceId, now))) throw notFound();
    return endSessions(tx, { accountId: person.accountId, deviceId }, now);
  });
  await closeLines(platform, ended);
  return { endedHere: ended.includes(session.id) };
}

/** The row stays, so that what was signed by the phone before can still be told; nothing opens with it. */
export async function lockDevice(tx: Tx, accountId: string, deviceId: string, now: Date): Promise<boolean> {
  const { count } = await tx.device.updateMany({
    where: { id: deviceId, accountId, revokedAt: null },
    data: { revokedAt: now, trustedAt: null, unlockUntil: null, pinHash: null, pinFailures: 0 },
  });
  if (count === 0) return false;
  await tx.passkey.deleteMany({ where: { deviceId } });
  // T15: what it signed and has not sent yet is looked at by a person, whenever it comes.
  await tx.deviceKey.updateMany({ where: { deviceId, revokedAt: null }, data: { revokedAt: now } });
  return true;
}
