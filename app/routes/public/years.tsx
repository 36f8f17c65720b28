import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { writePublicYears } from "#app/features/year-publication/public-years.server.ts";
import stylesheet from "#app/styles/public-year.css?url";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { PublicYearList } from "#app/ui/public-board/public-year-list.tsx";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";
import { answerNotThere, answerPage } from "./kept-page.server.tsx";

/** The published years of a commune. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const { language } = readPreference(args.request.headers.get("Cookie"));
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) return answerNotThere(language);
  const page = await writePublicYears(platform, {
    communeId,
    language,
    requestId: visit.requestId,
    write: ({ place, years }) =>
      writeDocument(
        <PublicYearList
          place={place}
          years={years}
          speech={speechOf(language, place.words)}
          stylesheet={stylesheet}
        />,
      ),
  });
  return page === null ? answerNotThere(language) : answerPage(args.request, page);
}
