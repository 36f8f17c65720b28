import type { Caller } from "./allow.server.ts";

export interface DeviceView {
  readonly id: string;
  readonly label: string;
  readonly lastSeenAt: string;
  readonly firstSeenAt: string;
  readonly isThisOne: boolean;
  readonly isEnrolled: boolean;
  readonly sessions: readonly SessionLine[];
}

export interface SessionLine {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

/** The account's own phones and computers that are in use or may be unlocked, the last used first. */
export async function readDevices({ platform, person, session, now }: Caller): Promise<DeviceView[]> {
  const standing = { revokedAt: null, expiresAt: { gt: now } };
  const devices = await platform.db.prisma.device.findMany({
    where: {
      accountId: person.accountId,
      revokedAt: null,
      OR: [{ unlockUntil: { gt: now } }, { sessions: { some: standing } }],
    },
    select: {
      id: true,
      label: true,
      firstSeenAt: true,
      lastSeenAt: true,
      unlockUntil: true,
      sessions: {
        where: standing,
        select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
        orderBy: { lastSeenAt: "desc" },
      },
    },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  return devices.map((device) => ({
    id: device.id,
    label: device.label,
    firstSeenAt: device.firstSeenAt.toISOString(),
    lastSeenAt: device.lastSeenAt.toISOString(),
    isThisOne: device.id === session.deviceId,
    isEnrolled: device.unlockUntil !== null && device.unlockUntil > now,
    sessions: device.sessions.map((line) => ({
      id: line.id,
      label: line.userAgent,
      createdAt: line.createdAt.toISOString(),
      lastSeenAt: line.lastSeenAt.toISOString(),
      isThisOne: line.id === session.id,
    })),
  }));
}
