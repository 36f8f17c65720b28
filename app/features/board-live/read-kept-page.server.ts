import type { Tx } from "#app/platform/db/database.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPageStanding } from "./find-page-standing.server.ts";

interface PublicPageWish<Page> {
  readonly communeId: number;
  readonly requestId: string;
  readonly verb: string;
  /** Names the page among all that are kept. */
  readonly key: string;
  /** A commune's pages go with its board; what was published by a paper of its own stands alone. */
  readonly needsPublicBoard: boolean;
  /** Null where there is nothing to show. */
  readonly read: (tx: Tx) => Promise<Page | null>;
  readonly write: (page: Page) => string;
}

class NothingToShow extends Error {}

/** The bytes of a public page, written once per version; null, and nothing kept, where there is nothing to show. */
export async function readKeptPage<Page>(
  platform: Pick<Platform, "db" | "pages" | "clock">,
  { communeId, requestId, verb, key, needsPublicBoard, read, write }: PublicPageWish<Page>,
): Promise<KeptPage | null> {
  const scope = { actorId: null, verb, requestId, communes: [communeId] };
  const now = platform.clock.now().getTime();
  const { isPublic, version } = await platform.db.withCommunes(scope, (tx) =>
    findPageStanding(tx, communeId, now),
  );
  try {
    if (needsPublicBoard && !isPublic) throw new NothingToShow();
    return await platform.pages.read(key, version, async () => {
      const page = await platform.db.withCommunes(scope, read);
      if (page === null) throw new NothingToShow();
      return write(page);
    });
  } catch (error) {
    if (!(error instanceof NothingToShow)) throw error;
    platform.pages.drop(key);
    return null;
  }
}
