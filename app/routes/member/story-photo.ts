import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { answerStoryPhoto } from "#app/features/stories/answer-story-photo.ts";
import { readStoryPhoto } from "#app/features/stories/read-story-photo.server.ts";

/** A picture of a story, for whoever may read the story. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.read");
  if (caller.communeId === null) throw notFound();
  const photo = await readStoryPhoto(caller, {
    storyId: idParam(args.params.storyId),
    file: args.params.file ?? "",
    isSmall: new URL(args.request.url).searchParams.get("co") === "nho",
  });
  if (!photo) throw notFound();
  return answerStoryPhoto(args.request, photo, "private, no-cache");
}
