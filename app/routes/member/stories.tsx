import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import PenLine from "lucide-react/icons/pen-line";
import { can } from "#app/domain/access/can.ts";
import { STORY_KINDS } from "#app/domain/stories/story.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readStories } from "#app/features/stories/read-stories.server.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { BOARD_HONOUR_PATH } from "#app/ui/boards/board-paths.ts";
import { ChoiceLinks } from "#app/ui/boards/choice-links.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { StoryList } from "#app/ui/stories/story-list.tsx";

export const handle: PageHandle = { title: (say) => say(storiesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.read");
  const { communeId, actor, today, platform } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const query = new URL(args.request.url).searchParams;
  const kind = STORY_KINDS.find((each) => each === query.get("loai")) ?? null;
  const page = Math.min(optionalNumber(query.get("trang")) ?? 1, 1_000);
  return {
    live,
    kind,
    page,
    feed: await readStories(caller, { kind, page }),
    mayWrite: can(actor, "story.write", null, today).ok,
    mayEdit: can(actor, "story.edit", { communeId }, today).ok,
  };
}

export default function Stories() {
  const { live, kind, page, feed, mayWrite, mayEdit } = useLoaderData<typeof loader>();
  const { stories: words } = useMessages(storiesArea);
  useLive(live);
  const at = (of: string | null, number = 1) => {
    const query = new URLSearchParams();
    if (of !== null) query.set("loai", of);
    if (number > 1) query.set("trang", String(number));
    return query.size > 0 ? `${STORY_PATHS.all}?${query}` : STORY_PATHS.all;
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {mayWrite ? (
            <LinkButton to={STORY_PATHS.write} icon={PenLine}>
              {words.write}
            </LinkButton>
          ) : null}
          {mayEdit ? (
            <LinkButton to={STORY_PATHS.desk} variant="secondary">
              {words.desk}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {feed.mine.length > 0 && page === 1 ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{words.mine}</h2>
          <StoryList stories={feed.mine} />
        </section>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ChoiceLinks
          label={words.form.kind}
          choices={[
            { to: at(null), label: words.all, isChosen: kind === null },
            ...STORY_KINDS.map((each) => ({
              to: at(each),
              label: words.kinds[each],
              isChosen: kind === each,
            })),
          ]}
        />
        <TextLink to={BOARD_HONOUR_PATH} className="inline-flex min-h-12 items-center">
          {words.honour}
        </TextLink>
      </div>
      {feed.stories.length === 0 ? (
        <EmptyState icon={BookOpen} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <StoryList stories={feed.stories} />
      )}
      <p className="flex flex-wrap gap-6">
        {page > 1 ? <TextLink to={at(kind, page - 1)}>{words.newer}</TextLink> : null}
        {feed.more ? <TextLink to={at(kind, page + 1)}>{words.older}</TextLink> : null}
      </p>
    </Page>
  );
}
