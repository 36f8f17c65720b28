import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { writePublicYear } from "#app/features/year-publication/public-years.server.ts";
import stylesheet from "#app/styles/public-year.css?url";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { PublicYearPage } from "#app/ui/public-board/public-year-page.tsx";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";
import { answerNotThere, answerPage } from "./kept-page.server.tsx";

/** One published year: ranks, points by criterion, how to check them. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const { language } = readPreference(args.request.headers.get("Cookie"));
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) return answerNotThere(language);
  const origin = platform.config.publicOrigins[0] ?? "";
  const page = await writePublicYear(platform, {
    communeId,
    reviewId: args.params.reviewId ?? "",
    language,
    requestId: visit.requestId,
    write: (year) =>
      writeDocument(
        <PublicYearPage
          year={year}
          speech={speechOf(language, year.place.words)}
          origin={origin}
          stylesheet={stylesheet}
        />,
      ),
  });
  return page === null ? answerNotThere(language) : answerPage(args.request, page);
}
