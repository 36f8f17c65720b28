import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import LibraryIcon from "lucide-react/icons/library";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { readLibraryQuery, readPublicLibrary } from "#app/features/materials/read-materials.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { LibraryFilter } from "#app/ui/materials/library-filter.tsx";
import { MaterialCard } from "#app/ui/materials/material-card.tsx";
import { MaterialWays } from "#app/ui/materials/material-ways.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(materialsArea).publicPage.word };

/** E09, G07: what the office made public, for everybody; a commune that made nothing public has no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  if (communeId === null) throw notFound();
  const query = readLibraryQuery(new URL(args.request.url).searchParams);
  const found = await readPublicLibrary(platform, { communeId, requestId: visit.requestId, query });
  const isFiltered = Object.values(query).some((value) => value !== "");
  if (!found || (found.materials.length === 0 && !isFiltered)) throw notFound();
  const { name, ownTopics, materials } = found;
  return {
    communeId,
    query,
    name,
    ownTopics,
    // Who made a material and how it is kept is the commune's own.
    materials: materials.map((material) => ({ ...material, makerName: null, enteredBy: "", reason: null })),
  };
}

export default function PublicMaterials() {
  const { communeId, query, name, ownTopics, materials } = useLoaderData<typeof loader>();
  const { materials: words } = useMessages(materialsArea);
  return (
    <Page title={words.publicPage.title(name)} lead={words.publicPage.lead}>
      <LibraryFilter query={query} ownTopics={ownTopics} />
      {materials.length === 0 ? (
        <EmptyState icon={LibraryIcon} title={words.noneFound}>
          {words.noneFoundBody}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {materials.map((material) => {
          const openAt = MATERIAL_PATHS.publicOpen(communeId, material.id);
          return (
            <MaterialCard key={material.id} material={material} pictureAt={openAt}>
              {material.spokenText ? (
                <p className="w-full whitespace-pre-line">{material.spokenText}</p>
              ) : null}
              <MaterialWays material={material} openAt={openAt} />
            </MaterialCard>
          );
        })}
      </ul>
    </Page>
  );
}
