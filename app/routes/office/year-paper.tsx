import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { isId } from "#app/domain/ids.ts";
import { kindOfSlug, YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { allow, type Door } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { answerIssueForm } from "#app/features/year-papers/answer-paper-forms.server.ts";
import { readPaperPage } from "#app/features/year-papers/read-paper-desk.server.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";
import { DraftPreview } from "#app/ui/year-papers/draft-preview.tsx";
import { IssueForm } from "#app/ui/year-papers/issue-form.tsx";
import { IssuedList } from "#app/ui/year-papers/issued-list.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: PageHandle<Loaded> = { title: (say, { page }) => say(yearPapersArea).kinds[page.kind] };

type Args = Door & Pick<LoaderFunctionArgs, "params">;

/** Which paper is meant: its kind in the address, and of a report whom it is about. */
function wishOf({ params, request }: Args) {
  const kind = kindOfSlug(params.paperKind ?? "");
  const about = new URL(request.url).searchParams.get("de-nghi");
  const proposalId = about !== null && isId(about) ? about : null;
  if (kind === null || (kind === "achievement") !== (proposalId !== null)) throw notFound();
  return { reviewId: idParam(params.reviewId), kind, proposalId };
}

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year-paper.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const wish = wishOf(args);
  const page = await readPaperPage(caller, wish);
  if (page === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    reviewId: wish.reviewId,
    page,
    mayIssue: can(actor, "year-paper.issue", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year-paper.issue");
  if (caller.communeId === null) throw notFound();
  const wish = wishOf(args);
  const answer = await answerIssueForm(caller, wish, (await receiveForm(args.request)) ?? new FormData());
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  const back = YEAR_PAPER_PATHS.one(wish.reviewId, wish.kind, wish.proposalId);
  return goOn(`${back}${back.includes("?") ? "&" : "?"}xong=phat-hanh`);
}

export default function YearPaper() {
  const { live, reviewId, page, mayIssue, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearPapers: words, yearReview } = useMessages(yearPapersArea, yearReviewArea);
  useLive(live);
  return (
    <Page
      title={words.kinds[page.kind]}
      trail={
        <Breadcrumb
          steps={[
            { to: YEAR_PATHS.desk, label: yearReview.title },
            { to: YEAR_PATHS.review(reviewId), label: page.title },
            { to: YEAR_PAPER_PATHS.desk(reviewId), label: words.tab },
          ]}
        />
      }
    >
      {done === "phat-hanh" && !answer ? (
        <Flash key={page.issued.length}>{words.done["phat-hanh"]}</Flash>
      ) : null}
      {page.hindrance === null ? null : <Notice>{words.hindrances[page.hindrance]}</Notice>}
      {page.issued.length === 0 ? null : <IssuedList reviewId={reviewId} issued={page.issued} />}
      {mayIssue && page.draft !== null ? (
        <IssueForm key={page.id} id={page.id} kind={page.kind} answer={answer} />
      ) : null}
      {page.draft === null ? null : <DraftPreview draft={page.draft} />}
    </Page>
  );
}
