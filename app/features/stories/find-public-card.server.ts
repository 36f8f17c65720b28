import { findPublication } from "#app/features/board-live/read-publication.server.ts";
import type { StoryCardWords } from "#app/messages/story-card.ts";
import type { Platform } from "#app/platform/platform.ts";
import { drawStoryCard } from "./draw-story-card.server.ts";

/** The picture of a story for strangers: only where the commune's pages are open. */
export async function findPublicCard(
  platform: Platform,
  wish: { readonly communeId: number; readonly storyId: string; readonly requestId: string },
  words: StoryCardWords,
): Promise<Uint8Array | "busy" | null> {
  const { communeId, requestId } = wish;
  const scope = { actorId: null, verb: "stories.read-publication", requestId, communes: [communeId] };
  const { isPublic } = await platform.db.withCommunes(scope, (tx) => findPublication(tx, communeId));
  return isPublic ? drawStoryCard(platform, wish, words) : null;
}
