import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import Trophy from "lucide-react/icons/trophy";
import { can } from "#app/domain/access/can.ts";
import { MARK_PATHS, votedCriteria } from "#app/domain/council/marks.ts";
import { isId } from "#app/domain/ids.ts";
import { shortRoot } from "#app/domain/months/seal.ts";
import { monthsBetween } from "#app/domain/year/review-months.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { readReview } from "#app/features/year/read-review.server.ts";
import { writeRate } from "#app/features/year/write-words.server.ts";
import { rateForm } from "#app/features/year/year.schema.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useMonthInText } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ExclusionList } from "#app/ui/year/exclusion-list.tsx";
import { RankingTable } from "#app/ui/year/ranking-table.tsx";
import { RateForm } from "#app/ui/year/rate-form.tsx";
import { ReviewRules } from "#app/ui/year/review-rules.tsx";
import { ReviewStatePill } from "#app/ui/year/review-state-pill.tsx";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).ranking };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const { platform, communeId, actor, today } = caller;
  const reviewId = args.params.reviewId ?? "";
  if (communeId === null || !isId(reviewId)) throw notFound();
  const page = await readReview(caller, reviewId);
  if (page === null) throw notFound();
  const isOpen = page.review.state === "open" || page.review.state === "comment";
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    page,
    mayManage: isOpen && can(actor, "year.manage", { communeId }, today).ok,
    mayLock: isOpen && can(actor, "year.manage", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "year.manage");
  const reviewId = args.params.reviewId ?? "";
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const form = await readForm(args.request, rateForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await writeRate(caller, reviewId, form.value);
  if (verdict === null) throw notFound();
  return verdict.ok
    ? goOn(`${YEAR_PATHS.review(reviewId)}?xong=ghi`)
    : askAgain({ form: verdict }, form.values);
}

export default function Review() {
  const { live, page, mayManage, mayLock, done } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const { yearReview: words, yearCouncil } = useMessages(yearReviewArea, yearCouncilArea);
  const format = useFormat();
  const monthName = useMonthInText();
  const { review, sealed, missing, onTrial, sheet, villages, facts, exclusions, sha256 } = page;
  const names = new Map(villages.map(({ villageId, name }) => [villageId, name]));
  const flash = { mo: words.open.opened, khoa: words.lock.done, ghi: words.exclusion.saved }[done ?? ""];
  return (
    <Page
      title={review.title}
      lead={`${words.kinds[review.kind]}, ${words.span(monthName(review.firstMonth), monthName(review.lastMonth))}`}
      width="wide"
      trail={<Breadcrumb steps={[{ to: YEAR_PATHS.desk, label: words.title }]} />}
      actions={
        mayLock ? (
          <LinkButton
            to={YEAR_PATHS.lock(review.id)}
            icon={Lock}
            variant={missing.length > 0 ? "secondary" : undefined}
          >
            {words.lock.title}
          </LinkButton>
        ) : (
          <ReviewStatePill state={review.state} />
        )
      }
    >
      <ReviewTabs reviewId={review.id} />
      {votedCriteria(sheet.content).length > 0 ? (
        <p>
          <TextLink to={MARK_PATHS.office(review.id)}>{yearCouncil.marks.officeTitle}</TextLink>
        </p>
      ) : null}
      {flash && !answer ? <Flash>{flash}</Flash> : null}
      {missing.length > 0 ? (
        <Notice tone="warning" title={words.missing(missing.map(({ id }) => monthName(id)).join(", "))}>
          {words.missingBody}
        </Notice>
      ) : null}
      {onTrial.length > 0 ? (
        <Notice tone="warning" title={words.onTrial(onTrial.map((id) => monthName(id)).join(", "))} />
      ) : null}
      {villages.length === 0 ? (
        <EmptyState icon={Trophy} title={words.noSealed}>
          {words.noSealedBody}
        </EmptyState>
      ) : (
        <Card>
          <RankingTable reviewId={review.id} villages={villages} facts={facts} sheet={sheet.content} />
          <p className="mt-4 text-ink-soft">
            {words.sealed(sealed.length, monthsBetween(review.firstMonth, review.lastMonth).length)}
          </p>
          <ReviewRules sheet={sheet} months={sealed} />
        </Card>
      )}
      {exclusions.length > 0 ? (
        <Card title={words.exclusion.list}>
          <ExclusionList exclusions={exclusions} nameOf={(id) => names.get(id) ?? String(id)} />
        </Card>
      ) : null}
      {sha256 === null ? null : (
        <Card title={words.sha}>
          <p className="text-xl font-bold tabular-nums">{shortRoot(sha256)}</p>
          <p className="mt-2 text-ink-soft [overflow-wrap:anywhere]">{sha256}</p>
          <p className="mt-2 max-w-prose text-ink-soft">{words.shaHint}</p>
          {review.lockedBy !== null && review.lockedAt !== null ? (
            <p className="mt-2">{words.lockedBy(review.lockedBy, format.moment(review.lockedAt))}</p>
          ) : null}
        </Card>
      )}
      {mayManage ? <RateForm answer={answer} /> : null}
    </Page>
  );
}
