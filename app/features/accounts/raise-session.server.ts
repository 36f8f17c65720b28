import { type Assurance, isHalfWay } from "#app/domain/access/actor.ts";
import { sessionExpiry } from "#app/domain/accounts/session-life.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Caller } from "./allow.server.ts";
import { digestGrants } from "./grants-digest.server.ts";
import { trustDevice } from "./open-session.server.ts";
import { readOwnActor } from "./read-own-actor.server.ts";
import { hashReferenceToken, makeReferenceToken } from "./reference-token.server.ts";
import { writeSessionCookie } from "./session-cookie.server.ts";

/**
 * After a proof: the session's new assurance under a new token. The old token is dead at once, so that one
 * stolen before the proof gains nothing by it. Null when the session ended meanwhile.
 */
export async function raiseSession(
  platform: Platform,
  tx: Tx,
  { session, person }: Pick<Caller, "session" | "person">,
  { assurance, isFreshProof }: { assurance: Assurance; isFreshProof: boolean },
): Promise<{ cookie: string } | null> {
  const now = platform.clock.now();
  const actor = await readOwnActor(tx, person.accountId, assurance, now);
  const halfWay = isHalfWay(actor, localDateAt(now.getTime()));
  const token = makeReferenceToken(platform.random);
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) throw new Error("a new token must have a hash");
  const expiresAt = sessionExpiry(assurance, halfWay, now.getTime());
  const { count } = await tx.session.updateMany({
    where: { id: session.id, revokedAt: null, expiresAt: { gt: now } },
    data: {
      tokenHash,
      previousTokenHash: null,
      previousUntil: null,
      assurance,
      ...(isFreshProof && { provedAt: now }),
      lastSeenAt: now,
      expiresAt,
      grantsDigest: digestGrants(actor.grants, actor.isFounder),
    },
  });
  if (count === 0) return null;
  if (!halfWay) await trustDevice(tx, session.deviceId, now);
  return { cookie: writeSessionCookie(token, expiresAt) };
}
