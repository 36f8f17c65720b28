import path from "node:path";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import type { StoryCardWords } from "#app/messages/story-card.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPublicStories } from "./public-stories.server.ts";

interface CardWish {
  readonly communeId: number;
  readonly storyId: string;
  readonly requestId: string;
}

/** The name of a story as a picture to send on; it leaves the house, so only what strangers may read is drawn. */
export async function drawStoryCard(
  platform: Platform,
  { communeId, storyId, requestId }: CardWish,
  words: StoryCardWords,
): Promise<Uint8Array | "busy" | null> {
  const scope = { actorId: null, verb: "stories.draw-card", requestId, communes: [communeId] };
  const found = await platform.db.withCommunes(scope, async (tx) => {
    const [story] = await findPublicStories(tx, communeId, storyId);
    return story ? { story, commune: await findCommune(tx, communeId) } : null;
  });
  if (found === null) return null;
  const { story, commune } = found;
  const input = {
    packages: path.join(platform.config.appRoot, "node_modules"),
    place: words.placeOf(commune.kind, commune.name),
    title: story.title,
    period: words.underTitle(story.kind, story.village),
    rows: [],
    foot: words.footOf(story.publishedOn),
  };
  try {
    // The same words are the same picture: drawn once, however many chats ask for it.
    return await platform.values.read(
      `story-card ${communeId} ${storyId}`,
      JSON.stringify(input),
      async () => {
        const drawn = await platform.apart.run("draw-board-card", input);
        if (!drawn.ok) throw new Busy();
        return drawn.output;
      },
    );
  } catch (error) {
    if (error instanceof Busy) return "busy";
    throw error;
  }
}

/** Not kept: the next who asks is drawn for again. */
class Busy extends Error {}
