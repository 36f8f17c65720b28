import type { PublicBoards } from "#app/domain/publication/public-boards.ts";
import type { Language } from "#app/messages/language.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";
import { publicBoardKey, publicBoardPath } from "./public-board-address.ts";
import { readKeptPage } from "./read-kept-page.server.ts";
import { readPublicBoards } from "./read-public-boards.server.ts";

export interface BoardPageWish {
  readonly communeId: number;
  readonly language: Language;
  readonly requestId: string;
  /** The page around the figures. */
  readonly write: (boards: PublicBoards) => string;
}

/** The bytes of a commune's public board; null where nothing is published, or nobody of that number is here. */
export function writePublicPage(
  platform: Pick<Platform, "db" | "pages" | "clock">,
  { communeId, language, requestId, write }: BoardPageWish,
): Promise<KeptPage | null> {
  const now = platform.clock.now().getTime();
  return readKeptPage(platform, {
    communeId,
    requestId,
    verb: "board-live.read",
    key: publicBoardKey(publicBoardPath(communeId), language),
    needsPublicBoard: true,
    read: (tx) => readPublicBoards(tx, communeId, now),
    write,
  });
}
