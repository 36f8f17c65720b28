import type { z } from "zod";
import type { TryLater } from "#app/domain/accounts/refusals.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import type { Poster } from "./admit-poster.server.ts";
import type { askSchema } from "./help.schema.ts";
import { codeOfRequest, fingerprintHelpCode, formatHelpAddress, helpPurpose } from "./help-code.server.ts";

/** A family behind one address asks a few times; a village fair some dozens; a program is stopped at both. */
const OF_NETWORK: ThrottleRule = { name: "help-network", points: 10, perSeconds: 3_600 };
const OF_VILLAGE: ThrottleRule = { name: "help-village", points: 60, perSeconds: 86_400 };
const OF_COMMUNE: ThrottleRule = { name: "help-commune", points: 400, perSeconds: 86_400 };

/** L31: keeps the request for the team of the village, sealed, and answers with the resident's own address. */
export async function sendRequest(
  platform: Pick<Platform, "db" | "keys" | "throttle" | "clock" | "random" | "live">,
  visit: Visit,
  poster: Poster,
  { id, needs, times = [], name, phone, words }: z.output<typeof askSchema>,
): Promise<Verdict<{ readonly address: string }, TryLater>> {
  const { communeId, posterId, villageId } = poster;
  const code = codeOfRequest(platform.keys, communeId, id);
  const address = formatHelpAddress({ communeId, code });
  const scope = { actorId: null, verb: "help.send", requestId: visit.requestId, communes: [communeId] };
  const isKnown = await platform.db.withCommunes(scope, (tx) =>
    tx.helpRequest.count({ where: { communeId, id } }),
  );
  if (isKnown > 0) return allowed({ address });
  for (const [rule, key] of [
    [OF_NETWORK, networkOf(visit.clientAddress)],
    [OF_VILLAGE, posterId],
    [OF_COMMUNE, String(communeId)],
  ] as const) {
    const budget = await platform.throttle.spend(rule, key);
    if (!budget.ok) return refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
  }
  const now = platform.clock.now();
  const seal = (text: string) => platform.keys.seal(helpPurpose(communeId), text);
  await platform.db.withCommunes(scope, async (tx) => {
    const { count } = await tx.helpRequest.createMany({
      data: [
        {
          communeId,
          id,
          villageId,
          posterId,
          codeFingerprint: fingerprintHelpCode(platform.keys, communeId, code),
          needs: [...new Set(needs)],
          times: [...new Set(times)],
          nameCipher: seal(name),
          phoneCipher: seal(phone),
          wordsCipher: words === undefined ? null : seal(words),
          consentedAt: now,
          arrivedAt: now,
          state: "waiting",
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const eventId = makeId(now.getTime(), platform.random.bytes(10));
    await tx.helpEvent.createMany({
      data: [{ communeId, id: eventId, requestId: id, kind: "arrived", at: now }],
    });
    await platform.live.touch(tx, `commune:${communeId}`);
  });
  return allowed({ address });
}
