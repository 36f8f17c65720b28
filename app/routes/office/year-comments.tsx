import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import MessageSquareText from "lucide-react/icons/message-square-text";
import { can } from "#app/domain/access/can.ts";
import { proposedWindow } from "#app/domain/self-assessment/comment.ts";
import { SHEET_TALK_PATHS, type SheetWord } from "#app/domain/self-assessment/sheet-talk.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { answerOfficeTalkForm } from "#app/features/self-assessment/answer-talk-form.server.ts";
import { readOfficeTalk } from "#app/features/self-assessment/read-talk.server.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AnswerWordForm } from "#app/ui/year/answer-word-form.tsx";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { SheetWords } from "#app/ui/year/sheet-words.tsx";
import { TalkWindow } from "#app/ui/year/talk-window.tsx";

export const handle: PageHandle = { title: (say) => say(yearCommentsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "self-assessment.oversee");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const talk = await readOfficeTalk(caller, idParam(args.params.reviewId));
  if (!talk) throw notFound();
  const mayAnswer = can(actor, "self-assessment.answer", { communeId }, today).ok;
  return { live, today, talk, mayAnswer, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "self-assessment.oversee");
  const reviewId = idParam(args.params.reviewId);
  const fields = await receiveForm(args.request);
  const { communeId } = caller;
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, "self-assessment.answer", { communeId });
  const answer = await answerOfficeTalkForm(caller, reviewId, fields);
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${SHEET_TALK_PATHS.office(reviewId)}?xong=${answer.done}`);
}

export default function OfficeComments() {
  const { live, talk, mayAnswer, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { office: words, title } = useMessages(yearCommentsArea).yearComments;
  useLive(live);
  const waiting = talk.words.filter(({ answer: given }) => given === null);
  const answered = talk.words.filter(({ answer: given }) => given !== null);
  const flash = new Map([
    ["mo", words.announced],
    ["tra-loi", words.answered],
  ]).get(done ?? "");
  const isAnsweredMeanwhile = answered.some(({ id }) => id === answer?.values.commentId);
  const answerOf = (word: SheetWord) =>
    !mayAnswer || talk.review.stand === "locked" ? null : word.isOwn ? (
      <p className="text-ink-soft">{words.ownWord}</p>
    ) : (
      <AnswerWordForm
        key={word.id}
        word={word}
        answer={answer?.values.commentId === word.id ? answer : undefined}
      />
    );
  return (
    <Page
      title={title}
      lead={words.lead}
      trail={<ReviewTrail reviewId={talk.review.id} title={talk.review.title} />}
    >
      {flash && !answer ? <Flash key={`${done} ${waiting.length}`}>{flash}</Flash> : null}
      <ReviewTabs reviewId={talk.review.id} />
      <ErrorSummary problems={isAnsweredMeanwhile ? answer?.problems : undefined} />
      <WindowCard answer={answer?.values.act === "window" ? answer : undefined} />
      {talk.words.length === 0 ? (
        <EmptyState icon={MessageSquareText} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Card title={words.waitingTitle} aside={words.counts(talk.words.length, waiting.length)}>
            {waiting.length === 0 ? (
              <p className="text-ink-soft">{words.nothingWaits}</p>
            ) : (
              <SheetWords
                reviewId={talk.review.id}
                words={waiting}
                headOf={(word) => <WordHead word={word} />}
                answerOf={answerOf}
              />
            )}
          </Card>
          {answered.length > 0 ? (
            <Card title={words.answeredTitle}>
              <SheetWords
                reviewId={talk.review.id}
                words={answered}
                headOf={(word) => <WordHead word={word} />}
              />
            </Card>
          ) : null}
        </>
      )}
      {talk.silent.length > 0 && talk.words.length > 0 ? (
        <p className="text-ink-soft">{words.silent(talk.silent.join(", "))}</p>
      ) : null}
    </Page>
  );
}

function WordHead({ word }: { word: SheetWord }) {
  const { talk } = useLoaderData<typeof loader>();
  const { office: words } = useMessages(yearCommentsArea).yearComments;
  const format = useFormat();
  const criterion = talk.criteria.find(({ key }) => key === word.criterion);
  return (
    <div>
      <p className="text-lg font-bold">{word.villageName}</p>
      {criterion ? (
        <p className="text-ink-soft">
          {criterion.title}, {words.maximum(format.points(criterion.maximum))}
        </p>
      ) : null}
    </div>
  );
}

/** When villages speak: announced once, and only made longer after. */
function WindowCard({ answer }: { answer: FormAnswer | undefined }) {
  const { talk, today, mayAnswer } = useLoaderData<typeof loader>();
  const { office: words } = useMessages(yearCommentsArea).yearComments;
  const { review } = talk;
  const isNew = review.stand === "not_announced";
  const days =
    review.firstDay && review.lastDay
      ? { firstDay: review.firstDay, lastDay: review.lastDay }
      : proposedWindow(today);
  return (
    <Card title={words.window}>
      <div className="grid gap-4">
        <TalkWindow review={review} today={today} />
        {mayAnswer && review.stand !== "locked" ? (
          <Form method="post" noValidate className="grid gap-4">
            <ErrorSummary
              problems={answer?.problems}
              labels={{ firstDay: words.firstDay, lastDay: words.lastDay }}
            />
            <p className="text-ink-soft">{words.windowNote}</p>
            <div className="grid gap-4 sm:grid-cols-2">
              {isNew ? (
                <TextField
                  {...fieldOf(answer, "firstDay", days.firstDay)}
                  type="date"
                  label={words.firstDay}
                />
              ) : (
                <input type="hidden" name="firstDay" value={days.firstDay} />
              )}
              <TextField {...fieldOf(answer, "lastDay", days.lastDay)} type="date" label={words.lastDay} />
            </div>
            <div>
              <SubmitButton name="act" value="window" variant={isNew ? "primary" : "secondary"}>
                {isNew ? words.announce : words.longer}
              </SubmitButton>
            </div>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
