import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { INITIATIVE_STATES } from "#app/domain/initiatives/initiative.ts";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readInitiatives } from "#app/features/initiatives/read-initiatives.server.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { InitiativeList } from "#app/ui/initiatives/initiative-list.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(initiativesArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "initiative.judge");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  return { live, initiatives: await readInitiatives(caller) };
}

export default function InitiativeBoard() {
  const { live, initiatives } = useLoaderData<typeof loader>();
  const { initiatives: words } = useMessages(initiativesArea);
  const format = useFormat();
  useLive(live);
  const columns = INITIATIVE_STATES.filter((state) => state !== "draft");
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.office.title}
      lead={words.office.lead}
      width="wide"
      actions={
        <LinkButton to={INITIATIVE_PATHS.propose} variant="secondary">
          {words.propose}
        </LinkButton>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-2 xl:grid-cols-5">
        {columns.map((state) => {
          const here = initiatives.filter((initiative) => initiative.state === state);
          return (
            <section key={state} className="grid min-w-0 gap-3">
              <h2 className="text-xl">
                {words.states[state]} <span className="text-ink-soft">{format.number(here.length)}</span>
              </h2>
              {here.length === 0 ? (
                <p className="text-ink-soft">{words.office.none}</p>
              ) : (
                <InitiativeList initiatives={here} />
              )}
            </section>
          );
        })}
      </div>
    </Page>
  );
}
