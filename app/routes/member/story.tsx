import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PUBLIC_STORY_PATHS, STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { answerStoryForm } from "#app/features/stories/answer-story-form.server.ts";
import { isBoardPublic } from "#app/features/stories/is-board-public.server.ts";
import { readStory } from "#app/features/stories/read-story.server.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AdoptionsCard } from "#app/ui/stories/adoptions-card.tsx";
import { EditorCard } from "#app/ui/stories/editor-card.tsx";
import { PeopleCard } from "#app/ui/stories/people-card.tsx";
import { ShareCard } from "#app/ui/stories/share-card.tsx";
import { StepList } from "#app/ui/stories/step-list.tsx";
import { StoryArticle } from "#app/ui/stories/story-article.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { story }) => story.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.read");
  const { communeId, platform, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const story = await readStory(caller, idParam(args.params.storyId));
  if (!story) throw notFound();
  const [id = ""] = newIds(caller, 1);
  const isOpen = story.isPublic && (await isBoardPublic(caller));
  const address = isOpen
    ? `${platform.config.publicOrigins[0]}${PUBLIC_STORY_PATHS.one(communeId, story.id)}`
    : null;
  return { live, story, id, today, address, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "story.read");
  const storyId = idParam(args.params.storyId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if ((await readStory(caller, storyId)) === null) throw notFound();
  const answer = await answerStoryForm(caller, storyId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${STORY_PATHS.one(storyId)}?xong=${answer.done}`);
}

export default function Story() {
  const { live, story, id, today, address, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { stories } = useMessages(storiesArea);
  const words = stories.one;
  useLive(live);
  const saved = done === null ? undefined : words.saved[done];
  return (
    <Page
      title={story.title}
      trail={<Breadcrumb steps={[{ to: STORY_PATHS.all, label: stories.title }]} />}
      width="narrow"
    >
      {saved && !answer ? <Flash key={id}>{saved}</Flash> : null}
      <ErrorSummary problems={answer?.problems} />
      <StoryArticle story={story} />
      {story.may.write ? (
        <div className="grid gap-3">
          <p className="text-ink-soft">{words.submitHint}</p>
          <div className="flex flex-wrap gap-3">
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={story.version} />
              <Button type="submit" name="act" value="submit">
                {words.submit}
              </Button>
            </Form>
            <LinkButton to={STORY_PATHS.edit(story.id)} variant="secondary">
              {words.edit}
            </LinkButton>
          </div>
        </div>
      ) : null}
      <EditorCard story={story} id={id} today={today} answer={answer} />
      {story.may.keep ? <PeopleCard story={story} today={today} answer={answer} /> : null}
      {story.state === "published" ? (
        <>
          <AdoptionsCard story={story} id={id} today={today} answer={answer} />
          <ShareCard story={story} address={address} />
        </>
      ) : null}
      {story.steps.length > 0 ? <StepList steps={story.steps} /> : null}
    </Page>
  );
}
