import { isId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Guest } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { browserHashOf } from "./know-browser.server.ts";
import { openSession } from "./open-session.server.ts";

/** A phone that may be unlocked, as the database knows it. */
export interface LockedPhone {
  readonly deviceId: string;
  readonly accountId: string;
}

/**
 * The row of this browser, never another one's: the number in the form says which person, the cookie says which
 * phone.
 */
export async function findLockedPhone(
  { platform, now }: Guest,
  request: Request,
  deviceId: string,
): Promise<LockedPhone | null> {
  const browserHash = browserHashOf(request);
  if (browserHash === null || !isId(deviceId)) return null;
  const device = await platform.db.prisma.device.findFirst({
    where: {
      id: deviceId,
      browserHash,
      revokedAt: null,
      unlockUntil: { gt: now },
      account: { status: "active" },
    },
    select: { id: true, accountId: true },
  });
  return device && { deviceId: device.id, accountId: device.accountId };
}

/**
 * A session of one's own on a phone several people share. Whoever was in before leaves: one browser carries one
 * session, and nobody works under the name of the last one.
 */
export async function enterUnlocked(
  guest: Guest,
  request: Request,
  phone: LockedPhone,
  verb: string,
  confirm: (tx: Tx) => Promise<boolean>,
): Promise<{ cookies: readonly string[] } | null> {
  const { platform, visit, now, signedIn } = guest;
  const stamp = { actorId: phone.accountId, verb, requestId: visit.requestId };
  const entered = await platform.db.withGlobals(stamp, async (tx) => {
    // Disabled, forgotten or locked while the PIN was being looked at: then the door stays shut.
    const standing = await tx.device.updateMany({
      where: { id: phone.deviceId, revokedAt: null, unlockUntil: { gt: now }, account: { status: "active" } },
      data: { lastSeenAt: now, pinFailures: 0, pinFailedAt: null },
    });
    if (standing.count !== 1 || !(await confirm(tx))) return null;
    const replaced = signedIn
      ? await endSessions(tx, { accountId: signedIn.person.accountId, sessionId: signedIn.session.id }, now)
      : [];
    const { cookie } = await openSession(platform, tx, request, { ...phone, assurance: "unlock" });
    return { cookies: [cookie], replaced };
  });
  if (entered === null) return null;
  await closeLines(platform, entered.replaced);
  return { cookies: entered.cookies };
}
