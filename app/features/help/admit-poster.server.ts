import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { isCommuneKind } from "#app/domain/roster/commune.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { parseHelpAddress } from "./help-code.server.ts";

/** Only what opens nothing is counted. */
const MISSES: ThrottleRule = { name: "help-miss", points: 60, perSeconds: 600 };

export interface Poster {
  readonly communeId: number;
  readonly posterId: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly communeName: string;
  readonly communeKind: CommuneKind;
}

/** Whose poster an address is; invented, replaced and misspelt ones are one answer. */
export async function admitPoster(
  platform: Pick<Platform, "db" | "throttle">,
  visit: Visit,
  address: string,
): Promise<Poster | "unknown" | "try_later"> {
  const parsed = parseHelpAddress(address);
  const poster = parsed && (await findPoster(platform, visit.requestId, parsed));
  return poster ?? countMiss(platform, visit);
}

export async function countMiss(
  platform: Pick<Platform, "throttle">,
  visit: Visit,
): Promise<"unknown" | "try_later"> {
  const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
  return budget.ok ? "unknown" : "try_later";
}

async function findPoster(
  platform: Pick<Platform, "db">,
  requestId: string,
  { communeId, code }: { readonly communeId: number; readonly code: string },
): Promise<Poster | null> {
  const scope = { actorId: null, verb: "help.admit-poster", requestId, communes: [communeId] };
  const [row] = await platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<(Omit<Poster, "communeKind"> & { communeKind: string })[]>`
      select p.commune_id as "communeId", p.id as "posterId", p.village_id as "villageId", v.name as "villageName",
             c.name as "communeName", c.kind as "communeKind"
        from help_poster p
        join village v on v.commune_id = p.commune_id and v.id = p.village_id and v.valid_to is null
        join commune c on c.id = p.commune_id
       where p.commune_id = ${communeId} and p.code = ${code} and p.ended_at is null`,
  );
  if (!row) return null;
  const { communeKind } = row;
  if (!isCommuneKind(communeKind))
    throw new Error(`commune ${communeId} is of a kind this program does not know`);
  return { ...row, communeKind };
}
