import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { answerStoryPhoto } from "#app/features/stories/answer-story-photo.ts";
import { readPublicStoryPhoto } from "#app/features/stories/read-story-photo.server.ts";
import { answerNotThere } from "./kept-page.server.tsx";

/** A picture of a public story, as long as the story is public. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) return answerNotThere("vi");
  const photo = await readPublicStoryPhoto(platform, {
    communeId,
    storyId: args.params.storyId ?? "",
    file: args.params.file ?? "",
    isSmall: false,
    requestId: visit.requestId,
  });
  return photo === null ? answerNotThere("vi") : answerStoryPhoto(args.request, photo, "no-cache");
}
