import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import type { BadgeReader } from "./badge-reader.server.ts";
import { findStandingAwards } from "./find-awards.server.ts";

/** What each of these teams holds, the newest first. */
export async function readTeamAwards(
  { platform, communeId, scope }: Pick<BadgeReader, "platform" | "communeId" | "scope">,
  teamIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ShownAward[]>> {
  if (communeId === null) return new Map();
  return platform.db.withCommunes(scope("badges.read-team-awards"), async (tx) => {
    const found = new Map<number, readonly ShownAward[]>();
    for (const id of teamIds) found.set(id, await findStandingAwards(tx, communeId, "team", [String(id)]));
    return found;
  });
}
