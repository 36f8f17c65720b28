import type { LoaderFunctionArgs } from "@remix-run/node";
import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { drawStoryCard } from "#app/features/stories/draw-story-card.server.ts";
import { storyCardWords } from "#app/messages/story-card.ts";

/** A story as a picture for a chat. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.read");
  const { communeId, platform, stamp } = caller;
  if (communeId === null) throw notFound();
  const storyId = idParam(args.params.storyId);
  const { requestId } = stamp("stories.draw-card");
  const drawn = await drawStoryCard(platform, { communeId, storyId, requestId }, storyCardWords);
  if (drawn === null) throw notFound();
  if (drawn === "busy") return goOn(whilePrinterIsBusy(STORY_PATHS.one(storyId)));
  return answerFile(drawn, "chuyen.png", "png");
}
