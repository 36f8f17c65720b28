import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { TvBoards } from "#app/domain/publication/public-boards.ts";
import { findPageStanding } from "#app/features/board-live/find-page-standing.server.ts";
import { readPublicBoards } from "#app/features/board-live/read-public-boards.server.ts";
import { findTvCampaign } from "#app/features/campaigns/read-tv-campaign.server.ts";
import { findTvPoints } from "#app/features/mobile-points/read-tv-points.server.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findNewestWork } from "./read-newest-work.server.ts";

export interface TvPageWish {
  readonly communeId: number;
  /** Which picture stands first: for a screen without scripts, which is sent from one to the next. */
  readonly slide: number;
  readonly requestId: string;
  readonly write: (tv: TvBoards) => string;
}

/** The bytes of what hangs in a commune's halls: the same for all of its screens. */
export async function writeTvPage(
  platform: Pick<Platform, "db" | "pages" | "clock">,
  { communeId, slide, requestId, write }: TvPageWish,
): Promise<KeptPage> {
  const scope = { actorId: null, verb: "tv.read", requestId, communes: [communeId] };
  const now = platform.clock.now().getTime();
  const { isPublic, version } = await platform.db.withCommunes(scope, (tx) =>
    findPageStanding(tx, communeId, now),
  );
  return platform.pages.read(`/tv ${communeId} ${slide}`, version, async () => {
    const tv = await platform.db.withCommunes(scope, async (tx) => ({
      boards: await readPublicBoards(tx, communeId, now),
      newest: await findNewestWork(tx, communeId),
      campaign: await findTvCampaign(tx, communeId, localDateAt(now)),
      points: await findTvPoints(tx, communeId, now),
      isPublic,
    }));
    return write(tv);
  });
}
