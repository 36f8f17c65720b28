import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { seenSchema } from "#app/features/badges/badges.schema.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { markAwardsSeen } from "#app/features/badges/read-fresh-awards.server.ts";
import { readOwnBadges } from "#app/features/badges/read-own-badges.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { AllBadges } from "#app/ui/badges/all-badges.tsx";
import { MedalShelf } from "#app/ui/badges/medal-shelf.tsx";
import { NextBadges } from "#app/ui/badges/next-badges.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(badgesArea).mine.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "badge.read");
  const own = await readOwnBadges(caller);
  if (own === null || caller.communeId === null) throw notFound();
  return { ...own, live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]) };
}

/** From the celebration on the first page. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "badge.read");
  const form = await readForm(args.request, seenSchema);
  if (!form.ok) throw notFound();
  const { intent, first, award } = form.value;
  await markAwardsSeen(caller, award);
  return goOn(intent === "see" && first ? BADGE_PATHS.award(first) : "/");
}

export default function OwnBadges() {
  const { live, place, awards, teamAwards, next, all } = useLoaderData<typeof loader>();
  useLive(live);
  const { badges: words } = useMessages(badgesArea);
  return (
    <Page title={words.mine.title} lead={words.mine.lead}>
      {place === null ? (
        <EmptyState icon={Award} title={words.mine.notOnRoster}>
          {words.mine.notOnRosterBody}
        </EmptyState>
      ) : awards.length === 0 ? (
        <EmptyState
          icon={Award}
          title={words.mine.noneTitle}
          action={<LinkButton to="/ghi-viec">{words.mine.logWork}</LinkButton>}
        >
          {words.mine.none}
        </EmptyState>
      ) : (
        <section aria-labelledby="own-medals">
          <h2 id="own-medals" className="mb-3 text-xl">
            {words.mine.count(awards.length)}
          </h2>
          <MedalShelf awards={awards} />
        </section>
      )}
      {next.length > 0 ? (
        <Card title={words.mine.next}>
          <NextBadges next={next} />
        </Card>
      ) : null}
      {teamAwards.length > 0 ? (
        <section aria-labelledby="team-medals">
          <h2 id="team-medals" className="mb-3 text-xl">
            {words.mine.teamTitle}
          </h2>
          <MedalShelf awards={teamAwards} />
        </section>
      ) : null}
      <Card title={words.mine.all}>
        <p className="mb-4 text-ink-soft">{words.mine.allLead}</p>
        <AllBadges badges={all} />
      </Card>
    </Page>
  );
}
