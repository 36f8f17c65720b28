import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readMarksDesk } from "#app/features/council/read-marks.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { lockReview } from "#app/features/year/lock-review.server.ts";
import { readReview } from "#app/features/year/read-review.server.ts";
import { lockForm } from "#app/features/year/year.schema.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useMonthInText } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).lock.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.lock");
  const reviewId = args.params.reviewId ?? "";
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const page = await readReview(caller, reviewId);
  if (page === null) throw notFound();
  const marks = await readMarksDesk(caller, reviewId, null);
  const unmarked = marks?.members.filter(({ given, asked }) => given < asked).map(({ name }) => name) ?? [];
  return { title: page.review.title, reviewId, missing: page.missing.map(({ id }) => id), unmarked };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year.lock");
  const reviewId = args.params.reviewId ?? "";
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const form = await readForm(args.request, lockForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  if (!form.value.isSure) return askAgain({ isSure: { code: "review_not_confirmed" } }, form.values);
  const verdict = await lockReview(caller, reviewId);
  if (verdict === null) throw notFound();
  return verdict.ok
    ? goOn(`${YEAR_PATHS.review(reviewId)}?xong=khoa`)
    : askAgain({ form: verdict }, form.values);
}

export default function LockReview() {
  const { title, reviewId, missing, unmarked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { yearReview, yearCouncil } = useMessages(yearReviewArea, yearCouncilArea);
  const words = yearReview.lock;
  const monthName = useMonthInText();
  return (
    <Page width="narrow" trail={<ReviewTrail reviewId={reviewId} title={title} />}>
      {missing.length > 0 ? (
        <Notice tone="warning" title={yearReview.missing(missing.map((id) => monthName(id)).join(", "))} />
      ) : null}
      {unmarked.length > 0 ? (
        <Notice tone="warning" title={yearCouncil.marks.missing(unmarked.join(", "))} />
      ) : null}
      <FormCard
        title={words.title}
        lead={words.body}
        problems={answer?.problems ?? {}}
        labels={{ isSure: words.confirm }}
      >
        <CheckBox name="isSure" label={words.confirm} error={answer?.problems.isSure} optional={false} />
        <SubmitButton size="large" block>
          {words.submit}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
