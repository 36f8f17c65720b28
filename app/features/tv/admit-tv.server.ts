import { parseTvAddress } from "#app/domain/publication/tv-code.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { fingerprintTvCode } from "./fingerprint-tv-code.server.ts";

/** Only what recognises no screen is counted; sixty bits need no tighter guard. */
const MISSES: ThrottleRule = { name: "tv-miss", points: 60, perSeconds: 600 };
const SEEN_AGAIN_AFTER_MS = 60_000;

export interface AdmittedTv {
  readonly communeId: number;
  readonly tvId: string;
}

export type TvAnswer = AdmittedTv | "unknown" | "try_later";

/** Which commune's boards an address opens. Invented, revoked and misspelt addresses are one answer. */
export async function admitTv(
  platform: Pick<Platform, "db" | "keys" | "throttle" | "clock">,
  visit: Visit,
  address: string,
): Promise<TvAnswer> {
  const admitted = await findTv(platform, visit.requestId, address);
  if (admitted) return admitted;
  const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
  return budget.ok ? "unknown" : "try_later";
}

async function findTv(
  platform: Pick<Platform, "db" | "keys" | "clock">,
  requestId: string,
  address: string,
): Promise<AdmittedTv | null> {
  const parsed = parseTvAddress(address);
  if (parsed === null) return null;
  const { communeId, code } = parsed;
  const codeFingerprint = fingerprintTvCode(platform.keys, communeId, code);
  const scope = { actorId: null, verb: "tv.admit", requestId, communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    const tv = await tx.tvCode.findUnique({
      where: { communeId_codeFingerprint: { communeId, codeFingerprint } },
      select: { id: true, revokedAt: true, sighting: { select: { lastSeenAt: true } } },
    });
    if (tv === null || tv.revokedAt !== null) return null;
    const now = platform.clock.now();
    const seenMs = tv.sighting?.lastSeenAt.getTime() ?? 0;
    if (now.getTime() - seenMs >= SEEN_AGAIN_AFTER_MS) {
      await tx.tvSighting.upsert({
        where: { communeId_tvId: { communeId, tvId: tv.id } },
        create: { communeId, tvId: tv.id, lastSeenAt: now },
        update: { lastSeenAt: now },
      });
    }
    return { communeId, tvId: tv.id };
  });
}
