import type { HelpState } from "#app/domain/help/help-request.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { countMiss } from "./admit-poster.server.ts";
import { fingerprintHelpCode, parseHelpAddress } from "./help-code.server.ts";

export interface OwnRequest {
  readonly communeId: number;
  readonly id: string;
  readonly villageName: string;
  readonly state: HelpState;
  readonly needs: readonly string[];
  readonly arrivedAt: Date;
}

type House = Pick<Platform, "db" | "keys" | "throttle" | "clock" | "random" | "live">;

/** What the resident's own page shows: the state, never the name or number that was given. */
export async function readOwnRequest(
  platform: House,
  visit: Visit,
  address: string,
): Promise<OwnRequest | "unknown" | "try_later"> {
  const parsed = parseHelpAddress(address);
  if (parsed === null) return countMiss(platform, visit);
  const { communeId, code } = parsed;
  const fingerprint = fingerprintHelpCode(platform.keys, communeId, code);
  const scope = { actorId: null, verb: "help.read-own", requestId: visit.requestId, communes: [communeId] };
  const [row] = await platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<OwnRequest[]>`
      select r.commune_id as "communeId", r.id, v.name as "villageName", r.state, r.needs, r.arrived_at as "arrivedAt"
        from help_request r join village v on v.commune_id = r.commune_id and v.id = r.village_id
       where r.commune_id = ${communeId} and r.code_fingerprint = ${fingerprint}`,
  );
  return row ?? countMiss(platform, visit);
}

/** The resident takes it back: name, number and words go at once. Doing it twice changes nothing. */
export async function withdrawRequest(
  platform: House,
  visit: Visit,
  { communeId, id }: OwnRequest,
): Promise<void> {
  const now = platform.clock.now();
  const scope = { actorId: null, verb: "help.withdraw", requestId: visit.requestId, communes: [communeId] };
  await platform.db.withCommunes(scope, async (tx) => {
    const { count } = await tx.helpRequest.updateMany({
      where: { communeId, id, endedAt: null },
      data: {
        state: "withdrawn",
        endedAt: now,
        erasedAt: now,
        nameCipher: null,
        phoneCipher: null,
        wordsCipher: null,
      },
    });
    if (count === 0) return;
    const eventId = makeId(now.getTime(), platform.random.bytes(10));
    await tx.helpEvent.createMany({
      data: [{ communeId, id: eventId, requestId: id, kind: "withdrawn", at: now }],
    });
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}
