import type { LoaderFunctionArgs } from "@remix-run/node";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readCommuneFace } from "#app/features/communes/read-commune-face.server.ts";
import { readVillageHelp } from "#app/features/help/read-help.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { officialName } from "#app/messages/official-names.ts";
import { capitalised } from "#app/messages/terms.ts";
import stylesheet from "#app/styles/help-page.css?url";
import { PostersPage } from "#app/ui/help/posters-page.tsx";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";

/** Sheets of A4 for the walls of one village or of all. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "help.oversee");
  if (caller.communeId === null) throw notFound();
  const villageId = optionalNumber(new URL(args.request.url).searchParams.get("thon"));
  const face = await readCommuneFace(caller.platform, caller.scope("help.read-face"));
  const [origin] = caller.platform.config.publicOrigins;
  const posters = (await readVillageHelp(caller)).flatMap(({ address, name, villageId: id }) =>
    address === null || (villageId !== null && id !== villageId)
      ? []
      : [{ village: name, link: `${origin}${HELP_PATHS.ask(address)}` }],
  );
  const place = capitalised(officialName(face.kind, face.name));
  return new Response(
    writeDocument(<PostersPage place={place} posters={posters} stylesheet={stylesheet} />),
    {
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
    },
  );
}
