import type { PublicBoards } from "#app/domain/publication/public-boards.ts";
import type { Language } from "#app/messages/language.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPageStanding } from "./find-page-standing.server.ts";
import { publicBoardKey, publicBoardPath } from "./public-board-address.ts";
import { readPublicBoards } from "./read-public-boards.server.ts";

export interface PublicPageWish {
  readonly communeId: number;
  readonly language: Language;
  readonly requestId: string;
  /** The page around the figures. */
  readonly write: (boards: PublicBoards) => string;
}

/** The bytes of a commune's public board; null where nothing is published, or nobody of that number is here. */
export async function writePublicPage(
  platform: Pick<Platform, "db" | "pages" | "clock">,
  { communeId, language, requestId, write }: PublicPageWish,
): Promise<KeptPage | null> {
  const key = publicBoardKey(publicBoardPath(communeId), language);
  const scope = { actorId: null, verb: "board-live.read", requestId, communes: [communeId] };
  const now = platform.clock.now().getTime();
  const { isPublic, version } = await platform.db.withCommunes(scope, (tx) =>
    findPageStanding(tx, communeId, now),
  );
  if (!isPublic) {
    platform.pages.drop(key);
    return null;
  }
  return platform.pages.read(key, version, async () =>
    write(await platform.db.withCommunes(scope, (tx) => readPublicBoards(tx, communeId, now))),
  );
}
