import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Database from "lucide-react/icons/database";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { OPEN_DATA_PATHS } from "#app/features/open-data/paths.ts";
import { readPublishingCommunes } from "#app/features/open-data/read-publishing-communes.server.ts";
import { openDataArea } from "#app/messages/vi/open-data.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(openDataArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const { platform } = await allowAnyone(args);
  return { communes: await readPublishingCommunes(platform) };
}

export default function OpenDataOfAll() {
  const { communes } = useLoaderData<typeof loader>();
  const { openData: words } = useMessages(openDataArea);
  return (
    <Page width="narrow" title={words.title} lead={words.lead}>
      {communes.length === 0 ? (
        <EmptyState icon={Database} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
          {communes.map(({ id, name, province }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <TextLink to={OPEN_DATA_PATHS.commune(id)}>{name}</TextLink>
              <span className="text-ink-soft">{province}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
