import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { readOfficeBadges } from "#app/features/badges/read-office-badges.server.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { OfficeBadgeList } from "#app/ui/badges/office-badge-list.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(badgesArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "badge.oversee");
  const badges = await readOfficeBadges(caller);
  if (badges === null || caller.communeId === null) throw notFound();
  return { badges, live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]) };
}

export default function OfficeBadges() {
  const { badges, live } = useLoaderData<typeof loader>();
  useLive(live);
  const { badges: words, setup } = useMessages(badgesArea, setupArea);
  const groups = [
    { title: words.office.rules, badges: badges.filter(({ content }) => content.award.by === "rule") },
    { title: words.office.titles, badges: badges.filter(({ content }) => content.award.by === "people") },
  ];
  return (
    <Page
      title={words.office.title}
      lead={words.office.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
      actions={
        <LinkButton to={BADGE_PATHS.excused} variant="secondary">
          {words.office.excused}
        </LinkButton>
      }
    >
      {groups.map(({ title, badges: list }) => (
        <Card key={title} title={title}>
          <OfficeBadgeList badges={list} />
        </Card>
      ))}
    </Page>
  );
}
