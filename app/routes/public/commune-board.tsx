import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber, publicBoardPath } from "#app/features/board-live/public-board-address.ts";
import { writePublicPage } from "#app/features/board-live/write-public-page.server.ts";
import style from "#app/styles/public-board.css?inline";
import { readPreference } from "#app/ui/appearance/preference.ts";
import script from "#app/ui/public-board/follow-page.js?url";
import { PublicBoardPage } from "#app/ui/public-board/public-board-page.tsx";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";
import { answerNotThere, answerPage } from "./kept-page.server.tsx";

/** The board of a commune that anybody may read. The page itself asks whether it has changed. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const { language } = readPreference(args.request.headers.get("Cookie"));
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) return answerNotThere(language);
  const address = `${platform.config.publicOrigins[0]}${publicBoardPath(communeId)}`;
  const page = await writePublicPage(platform, {
    communeId,
    language,
    requestId: visit.requestId,
    write: (boards) =>
      writeDocument(
        <PublicBoardPage
          boards={boards}
          speech={speechOf(language, boards.words)}
          address={address}
          style={style}
          script={script}
        />,
      ),
  });
  return page === null ? answerNotThere(language) : answerPage(args.request, page);
}
