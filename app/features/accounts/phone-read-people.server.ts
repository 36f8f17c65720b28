import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { Platform } from "#app/platform/platform.ts";
import { browserHashOf } from "./know-browser.server.ts";

/** Somebody who may unlock this phone. */
export interface PhonePerson {
  readonly deviceId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly lock: "pin" | "passkey";
  readonly lastSeenAt: string;
}

/** "Who is using the phone?": those enrolled on this very browser, and nobody when its cookie is gone. */
export async function readPhonePeople(
  platform: Pick<Platform, "db">,
  request: Request,
  now: Date,
): Promise<PhonePerson[]> {
  const browserHash = browserHashOf(request);
  if (browserHash === null) return [];
  const devices = await platform.db.prisma.device.findMany({
    where: { browserHash, revokedAt: null, unlockUntil: { gt: now }, account: { status: "active" } },
    select: {
      id: true,
      accountId: true,
      lastSeenAt: true,
      pinHash: true,
      account: { select: { displayName: true } },
    },
    take: 50,
  });
  const people = devices.map((device) => ({
    deviceId: device.id,
    accountId: device.accountId,
    displayName: device.account.displayName,
    lock: device.pinHash === null ? ("passkey" as const) : ("pin" as const),
    lastSeenAt: device.lastSeenAt.toISOString(),
  }));
  const key = new Map(people.map((person) => [person, makeSortKey(person.displayName)]));
  return people.sort((left, right) => ((key.get(left) ?? "") < (key.get(right) ?? "") ? -1 : 1));
}
