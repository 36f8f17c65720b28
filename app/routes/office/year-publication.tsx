import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { allow, type Caller, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { publishReview } from "#app/features/year-publication/publish-review.server.ts";
import { readPublicationDesk } from "#app/features/year-publication/read-publication-desk.server.ts";
import { recordPosting } from "#app/features/year-publication/record-posting.server.ts";
import { postingSchema, publishSchema } from "#app/features/year-publication/year-publication.schema.ts";
import { yearPublicationArea } from "#app/messages/vi/year-publication.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { PostingList } from "#app/ui/year-publication/posting-list.tsx";
import { CommentStep, LockStep, PublishStep } from "#app/ui/year-publication/publication-steps.tsx";

export const handle: PageHandle = { title: (say) => say(yearPublicationArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const desk = await readPublicationDesk(caller, idParam(args.params.reviewId));
  if (desk === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    desk,
    today,
    communeId,
    mayPublish: can({ ...actor, provedFreshly: true }, "year.publish", { communeId }, today).ok,
    mayPost: can(actor, "year.manage", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year.manage");
  const reviewId = idParam(args.params.reviewId);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  if (caller.communeId === null) throw notFound();
  if (fields.get("act") === "post") return post(caller, reviewId, fields);
  demand(args, caller, "year.publish", { communeId: caller.communeId });
  return publish(caller, reviewId, fields);
}

async function publish(caller: Caller, reviewId: string, fields: FormData) {
  const form = await readForm(fields, publishSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await publishReview(caller, { reviewId, ...form.value });
  if (verdict === null) throw notFound();
  if (verdict.ok) return goOn(`${YEAR_PUBLICATION_PATHS.desk(reviewId)}?xong=published`);
  const field =
    {
      publication_not_read: "isRead",
      publication_before_lock: "decidedOn",
      publication_day_ahead: "decidedOn",
    }[verdict.code as string] ?? "form";
  return askAgain({ [field]: verdict }, form.values);
}

async function post(caller: Caller, reviewId: string, fields: FormData) {
  const form = await readForm(fields, postingSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { lastDay = null, ...posting } = form.value;
  const verdict = await recordPosting(caller, reviewId, { ...posting, lastDay });
  if (verdict === null) throw notFound();
  if (verdict.ok) return goOn(`${YEAR_PUBLICATION_PATHS.desk(reviewId)}?xong=posted`);
  return askAgain(
    { [verdict.code === "posting_days_reversed" ? "lastDay" : "firstDay"]: verdict },
    form.values,
  );
}

export default function YearPublication() {
  const { live, desk, today, communeId, mayPublish, mayPost, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearPublication: words } = useMessages(yearPublicationArea);
  useLive(live);
  const { review, locked, published } = desk;
  const isPosting = answer !== undefined && "place" in answer.values;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<ReviewTrail reviewId={review.id} title={review.title} />}
    >
      {done !== null && done in words.done && !answer ? (
        <Flash>{words.done[done as keyof typeof words.done]}</Flash>
      ) : null}
      <ReviewTabs reviewId={review.id} />
      <CommentStep review={review} locked={locked} />
      <LockStep review={review} locked={locked} />
      <PublishStep
        desk={desk}
        communeId={communeId}
        today={today}
        mayPublish={mayPublish}
        answer={isPosting ? undefined : answer}
      />
      <Card title={words.steps.posting}>
        <p className="max-w-prose text-ink-soft">{published ? words.postingLead : words.postingLater}</p>
        {published ? (
          <PostingList
            published={published}
            today={today}
            mayPost={mayPost}
            answer={isPosting ? answer : undefined}
          />
        ) : null}
      </Card>
    </Page>
  );
}
