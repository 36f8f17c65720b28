import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { OPEN_DATA_PATHS, parseCommuneNumber } from "#app/features/open-data/paths.ts";
import { readOpenData } from "#app/features/open-data/read-open-data.server.ts";
import { licenceOf } from "#app/messages/open-data-paper.ts";
import { openDataArea } from "#app/messages/vi/open-data.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { OpenDataSheet } from "#app/ui/open-data/open-data-sheet.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(openDataArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit, today } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune);
  if (communeId === null) throw notFound();
  const stamp = { actorId: null, verb: "open-data.read", requestId: visit.requestId };
  const data = await readOpenData(platform, stamp, communeId, today);
  if (data === null) throw notFound();
  return { data, licence: licenceOf(data.commune) };
}

export default function OpenDataOfCommune() {
  const { data, licence } = useLoaderData<typeof loader>();
  const { openData: words } = useMessages(openDataArea);
  return (
    <Page
      title={words.of(data.commune)}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OPEN_DATA_PATHS.all, label: words.title }]} />}
    >
      <OpenDataSheet
        data={data}
        licence={licence}
        files={{
          teams: OPEN_DATA_PATHS.file(data.communeId, "to.csv"),
          results: OPEN_DATA_PATHS.file(data.communeId, "ket-qua.csv"),
          json: OPEN_DATA_PATHS.file(data.communeId, "du-lieu.json"),
        }}
      />
    </Page>
  );
}
