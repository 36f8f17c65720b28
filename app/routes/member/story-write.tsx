import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerWriteForm } from "#app/features/stories/answer-story-form.server.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { StoryForm } from "#app/ui/stories/story-form.tsx";

export const handle: PageHandle = { title: (say) => say(storiesArea).form.newTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "story.write");
  if (caller.communeId === null) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { id };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "story.write");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerWriteForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${STORY_PATHS.one(answer.storyId)}?xong=saved`);
}

export default function WriteStory() {
  const { id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { stories: words } = useMessages(storiesArea);
  return (
    <Page
      title={words.form.newTitle}
      lead={words.form.lead}
      trail={<Breadcrumb steps={[{ to: STORY_PATHS.all, label: words.title }]} />}
      width="narrow"
    >
      <StoryForm id={fieldText(answer, "id") || id} stored={null} answer={answer} />
    </Page>
  );
}
