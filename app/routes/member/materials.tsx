import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import LibraryIcon from "lucide-react/icons/library";
import Plus from "lucide-react/icons/plus";
import { can } from "#app/domain/access/can.ts";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readLibrary, readLibraryQuery } from "#app/features/materials/read-materials.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { LibraryFilter } from "#app/ui/materials/library-filter.tsx";
import { MaterialCard } from "#app/ui/materials/material-card.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(materialsArea).title };

/** H07, G07: the library, searched without accents. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.read");
  if (caller.communeId === null) throw notFound();
  const params = new URL(args.request.url).searchParams;
  const query = readLibraryQuery(params);
  const may = (capability: Parameters<typeof can>[1]) => can(caller.actor, capability, null, caller.today).ok;
  return {
    query,
    ...(await readLibrary(caller, query)),
    mayPropose: may("material.propose"),
    mayManage: may("material.manage"),
    done: params.get("xong"),
  };
}

export default function Materials() {
  const { query, materials, mine, ownTopics, mayPropose, mayManage, done } = useLoaderData<typeof loader>();
  const { materials: words } = useMessages(materialsArea);
  const format = useFormat();
  const isFiltered = Object.values(query).some((value) => value !== "");
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        mayManage ? (
          <LinkButton to={MATERIAL_PATHS.desk} variant="secondary">
            {words.desk.title}
          </LinkButton>
        ) : mayPropose ? (
          <LinkButton to={MATERIAL_PATHS.propose} variant="secondary" icon={Plus}>
            {words.propose}
          </LinkButton>
        ) : undefined
      }
    >
      {done === "gui" ? <Flash>{words.sent}</Flash> : null}
      <LibraryFilter query={query} ownTopics={ownTopics} />
      {mine.length > 0 ? (
        <Card title={words.mine}>
          <ul className="divide-y divide-line">
            {mine.map(({ id, title, state, reason }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-3">
                <span className="min-w-0">
                  <strong className="block">{title}</strong>
                  {reason ? <span className="block">{words.returnedBecause(reason)}</span> : null}
                </span>
                <Pill tone={state === "returned" ? "danger" : "info"}>{words.states[state]}</Pill>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {materials.length === 0 ? (
        <EmptyState icon={LibraryIcon} title={isFiltered ? words.noneFound : words.none}>
          {isFiltered ? words.noneFoundBody : words.noneBody}
        </EmptyState>
      ) : (
        <>
          <p className="text-ink-soft">{words.count(format.number(materials.length))}</p>
          <ul className="grid gap-4 lg:grid-cols-2">
            {materials.map((material) => (
              <MaterialCard
                key={material.id}
                material={material}
                pictureAt={MATERIAL_PATHS.open(material.id)}
              >
                <LinkButton to={MATERIAL_PATHS.one(material.id)} variant="secondary" size="small">
                  {words.open}
                </LinkButton>
              </MaterialCard>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
