import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { findPublicCard } from "#app/features/stories/find-public-card.server.ts";
import { storyCardWords } from "#app/messages/story-card.ts";
import { answerNotThere } from "./kept-page.server.tsx";

/** What a chat shows beside the link of a public story. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  const { storyId = "" } = args.params;
  if (communeId === null || !isId(storyId)) return answerNotThere("vi");
  const { requestId } = visit;
  const card = await findPublicCard(platform, { communeId, storyId, requestId }, storyCardWords);
  if (card === null || card === "busy") return answerNotThere("vi", card === null ? "unknown" : "try_later");
  return new Response(new Uint8Array(card), {
    headers: { "Content-Type": "image/png", "Cache-Control": "no-cache" },
  });
}
