import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Lightbulb from "lucide-react/icons/lightbulb";
import { can } from "#app/domain/access/can.ts";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readInitiatives } from "#app/features/initiatives/read-initiatives.server.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { InitiativeList } from "#app/ui/initiatives/initiative-list.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(initiativesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "initiative.read");
  const { communeId, actor, today, platform } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    initiatives: await readInitiatives(caller),
    mayPropose: can(actor, "initiative.propose", null, today).ok,
    mayJudge: can(actor, "initiative.judge", { communeId }, today).ok,
  };
}

export default function Initiatives() {
  const { live, initiatives, mayPropose, mayJudge } = useLoaderData<typeof loader>();
  const { initiatives: words } = useMessages(initiativesArea);
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {mayPropose ? (
            <LinkButton to={INITIATIVE_PATHS.propose} icon={Lightbulb}>
              {words.propose}
            </LinkButton>
          ) : null}
          {mayJudge ? (
            <LinkButton to={INITIATIVE_PATHS.board} variant="secondary">
              {words.board}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {initiatives.length === 0 ? (
        <EmptyState icon={Lightbulb} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <InitiativeList initiatives={initiatives} />
      )}
    </Page>
  );
}
