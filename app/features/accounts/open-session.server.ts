import { type Actor, type Assurance, isHalfWay } from "#app/domain/access/actor.ts";
import { nameBrowser } from "#app/domain/accounts/browser-name.ts";
import { sessionExpiry } from "#app/domain/accounts/session-life.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { digestGrants } from "./grants-digest.server.ts";
import { readOwnActor } from "./read-own-actor.server.ts";
import { hashReferenceToken, makeReferenceToken } from "./reference-token.server.ts";
import { writeSessionCookie } from "./session-cookie.server.ts";

export interface SessionOpening {
  readonly accountId: string;
  readonly deviceId: string;
  readonly assurance: Assurance;
}

export interface OpenedSession {
  readonly sessionId: string;
  readonly cookie: string;
  readonly actor: Actor;
  /** More is needed before anything opens. */
  readonly isHalfWay: boolean;
}

/**
 * A new session with a token nobody has seen before. The transaction is stamped with the account itself, and
 * what was proved has been checked by the caller. All the way in makes the browser a known one.
 */
export async function openSession(
  platform: Platform,
  tx: Tx,
  request: Request,
  { accountId, deviceId, assurance }: SessionOpening,
): Promise<OpenedSession> {
  const now = platform.clock.now();
  const actor = await readOwnActor(tx, accountId, assurance, now);
  const halfWay = isHalfWay(actor, localDateAt(now.getTime()));
  const token = makeReferenceToken(platform.random);
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) throw new Error("a new token must have a hash");
  const expiresAt = sessionExpiry(assurance, halfWay, now.getTime());
  const sessionId = makeId(now.getTime(), platform.random.bytes(10));
  await tx.session.create({
    data: {
      id: sessionId,
      tokenHash,
      accountId,
      deviceId,
      assurance,
      provedAt: now,
      grantsDigest: digestGrants(actor.grants, actor.isFounder),
      userAgent: nameBrowser(request.headers.get("User-Agent") ?? ""),
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    },
  });
  if (!halfWay) await trustDevice(tx, deviceId, now);
  return { sessionId, cookie: writeSessionCookie(token, expiresAt), actor, isHalfWay: halfWay };
}

export async function trustDevice(tx: Tx, deviceId: string, now: Date): Promise<void> {
  await tx.device.updateMany({ where: { id: deviceId, trustedAt: null }, data: { trustedAt: now } });
}
