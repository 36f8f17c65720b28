import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { publicBoardPath } from "#app/features/board-live/public-board-address.ts";
import { admitTv } from "#app/features/tv/admit-tv.server.ts";
import { writeTvPage } from "#app/features/tv/write-tv-page.server.ts";
import stylesheet from "#app/styles/tv.css?url";
import followScript from "#app/ui/public-board/follow-page.js?url";
import rotateScript from "#app/ui/public-board/rotate-screen.js?url";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { TV_SLIDES, TvPage } from "#app/ui/public-board/tv-page.tsx";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";
import { answerNotThere, answerPage } from "./kept-page.server.tsx";

/** A screen in a hall. Halls are spoken to in Vietnamese. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const tv = await admitTv(platform, visit, args.params.code ?? "");
  if (tv === "unknown" || tv === "try_later") return answerNotThere("vi", tv);
  const slide = readSlide(new URL(args.request.url).searchParams.get("man"));
  const [origin] = platform.config.publicOrigins;
  const page = await writeTvPage(platform, {
    communeId: tv.communeId,
    slide,
    requestId: visit.requestId,
    write: (content) =>
      writeDocument(
        <TvPage
          tv={content}
          speech={speechOf("vi", content.boards.words)}
          joinAt={`${origin}${content.isPublic ? publicBoardPath(tv.communeId) : "/"}`}
          slide={slide}
          stylesheet={stylesheet}
          scripts={[followScript, rotateScript]}
        />,
      ),
  });
  // The address is a key: nobody in between keeps what it opens.
  return answerPage(args.request, page, { "Cache-Control": "private, no-cache" });
}

/** Pages are kept per picture: there are only so many. */
function readSlide(text: string | null): number {
  const slide = /^\d$/.test(text ?? "") ? Number(text) : 0;
  return slide < TV_SLIDES ? slide : 0;
}
