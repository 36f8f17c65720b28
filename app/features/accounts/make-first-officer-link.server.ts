import { makeId } from "#app/domain/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PATHS } from "./paths.ts";
import { hashReferenceToken, makeReferenceToken } from "./reference-token.server.ts";

const LINK_MS = 24 * 60 * 60 * 1000;

/**
 * The one-time address for the first officer, made anew at each start while there is none; null from then on.
 * Whoever reads it from the console becomes the first officer, so it is printed there and logged nowhere.
 */
export async function makeFirstOfficerLink(
  platform: Pick<Platform, "db" | "clock" | "random" | "config">,
): Promise<string | null> {
  const now = platform.clock.now();
  const token = makeReferenceToken(platform.random);
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) throw new Error("a new token must have a hash");
  const stamp = { actorId: null, verb: "accounts.make-first-officer-link", requestId: "start" };
  const made = await platform.db.withGlobals(stamp, async (tx) => {
    const founder = await tx.account.findFirst({ where: { isFounder: true }, select: { id: true } });
    if (founder) return false;
    await tx.firstOfficerLink.deleteMany({ where: { usedAt: null } });
    await tx.firstOfficerLink.create({
      data: {
        id: makeId(now.getTime(), platform.random.bytes(10)),
        tokenHash,
        madeAt: now,
        expiresAt: new Date(now.getTime() + LINK_MS),
      },
    });
    return true;
  });
  return made ? `${platform.config.publicOrigins[0]}${PATHS.firstOfficer}/${token}` : null;
}
