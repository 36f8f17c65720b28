import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { writePublicStories } from "#app/features/stories/public-stories.server.ts";
import stylesheet from "#app/styles/public-board.css?url";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { PublicStoryList } from "#app/ui/public-board/public-story-list.tsx";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";
import { answerNotThere, answerPage } from "./kept-page.server.tsx";

/** The stories of a commune that anybody may read. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const { language } = readPreference(args.request.headers.get("Cookie"));
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) return answerNotThere(language);
  const origin = platform.config.publicOrigins[0] ?? "";
  const page = await writePublicStories(platform, {
    communeId,
    language,
    requestId: visit.requestId,
    write: ({ place, stories }) => {
      const speech = speechOf(language, place.words);
      return writeDocument(
        <PublicStoryList
          place={place}
          stories={stories}
          speech={speech}
          origin={origin}
          stylesheet={stylesheet}
        />,
      );
    },
  });
  return page === null ? answerNotThere(language) : answerPage(args.request, page);
}
