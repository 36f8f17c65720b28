import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readStoryDesk } from "#app/features/stories/read-desk.server.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { QuotaCard } from "#app/ui/stories/quota-card.tsx";
import { StoryList } from "#app/ui/stories/story-list.tsx";

export const handle: PageHandle = { title: (say) => say(storiesArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.edit");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  return { live, desk: await readStoryDesk(caller) };
}

export default function StoryDesk() {
  const { live, desk } = useLoaderData<typeof loader>();
  const { stories } = useMessages(storiesArea);
  const words = stories.office;
  useLive(live);
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={STORY_PATHS.all} variant="secondary">
          {stories.title}
        </LinkButton>
      }
    >
      <section className="grid gap-3">
        <h2 className="text-xl">{words.waiting}</h2>
        {desk.waiting.length === 0 ? (
          <p className="text-ink-soft">{words.waitingNone}</p>
        ) : (
          <StoryList stories={desk.waiting} />
        )}
      </section>
      {desk.reuses.length > 0 ? (
        <Card title={words.reuses}>
          <ul className="grid gap-4">
            {desk.reuses.map(({ storyId, title, teamName, result }) => (
              <li key={`${storyId}/${teamName}`}>
                <TextLink to={STORY_PATHS.one(storyId)} className="inline-flex min-h-12 items-center">
                  {words.reuse(teamName, title)}
                </TextLink>
                <p>{result}</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <QuotaCard progress={desk.progress} />
      {desk.published.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{words.published}</h2>
          <StoryList stories={desk.published} />
        </section>
      ) : null}
    </Page>
  );
}
