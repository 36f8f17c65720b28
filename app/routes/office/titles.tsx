import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { readNominations } from "#app/features/titles/read-nominations.server.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { MovementLinks } from "#app/ui/titles/movement-links.tsx";
import { NominationTable } from "#app/ui/titles/nomination-table.tsx";

export const handle: PageHandle = { title: (say) => say(titlesArea).title };

const LINKS = [
  { key: "ambassador", to: TITLE_PATHS.ambassadors, capability: "title.read" },
  { key: "families", to: FAMILY_PATHS.office, capability: "family.recognise" },
  { key: "market", to: MARKET_PATHS.village, capability: "market.read" },
  { key: "identity", to: MARKET_PATHS.identity, capability: "identity.read" },
  { key: "models", to: MARKET_PATHS.models, capability: "model.manage" },
] as const satisfies readonly { key: string; to: string; capability: Capability }[];

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "title.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    nominations: await readNominations(caller),
    mayNominate: can(actor, "title.nominate", null, today).ok,
    links: LINKS.filter(({ capability }) => can(actor, capability, null, today).ok).map(({ key }) => key),
  };
}

export default function Titles() {
  const { live, nominations, mayNominate, links } = useLoaderData<typeof loader>();
  const { titles: words } = useMessages(titlesArea);
  useLive(live);
  const groups = [
    {
      caption: words.groups.revocations,
      shows: "decision" as const,
      rows: nominations.filter(({ isRevocationAsked }) => isRevocationAsked),
    },
    {
      caption: words.groups.enough,
      shows: "words" as const,
      rows: nominations.filter(({ state }) => state === "enough"),
    },
    {
      caption: words.groups.waiting,
      shows: "words" as const,
      rows: nominations.filter(({ state }) => state === "waiting"),
    },
    {
      caption: words.groups.granted,
      shows: "decision" as const,
      rows: nominations.filter(({ state }) => state === "granted"),
    },
    {
      caption: words.groups.ended,
      shows: "state" as const,
      rows: nominations.filter(({ state }) => ["rejected", "withdrawn", "revoked"].includes(state)),
    },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={mayNominate ? <LinkButton to={TITLE_PATHS.nominate()}>{words.nominate}</LinkButton> : null}
    >
      {groups.length === 0 ? (
        <EmptyState icon={Award} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {groups.map(({ caption, shows, rows }) => (
        <Card key={caption}>
          <NominationTable caption={caption} nominations={rows} oneAt={TITLE_PATHS.one} shows={shows} />
        </Card>
      ))}
      <MovementLinks links={LINKS.filter(({ key }) => links.includes(key))} />
    </Page>
  );
}
