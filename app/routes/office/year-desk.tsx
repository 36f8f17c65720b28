import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Trophy from "lucide-react/icons/trophy";
import { can } from "#app/domain/access/can.ts";
import { monthsBetween } from "#app/domain/year/review-months.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readDesk } from "#app/features/year/read-desk.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { ProgressBar } from "#app/ui/kit/progress-bar.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { useMonthInText } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { ReviewStatePill } from "#app/ui/year/review-state-pill.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    reviews: await readDesk(caller),
    mayManage: can(actor, "year.manage", { communeId }, today).ok,
    hasDesk: can(actor, "commune.read-settings", { communeId }, today).ok,
  };
}

export default function YearDesk() {
  const { live, reviews, mayManage, hasDesk } = useLoaderData<typeof loader>();
  useLive(live);
  const { yearReview: words, setup } = useMessages(yearReviewArea, setupArea);
  const { village } = useTerms();
  const format = useFormat();
  const monthName = useMonthInText();
  return (
    <Page
      title={words.title}
      lead={words.lead(village)}
      trail={
        hasDesk ? (
          <Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />
        ) : undefined
      }
      actions={
        <>
          <LinkButton to={YEAR_PATHS.sheet} variant="secondary">
            {words.sheetLink}
          </LinkButton>
          {mayManage ? <LinkButton to={YEAR_PATHS.open}>{words.open.title}</LinkButton> : null}
        </>
      }
    >
      {reviews.length === 0 ? (
        <EmptyState icon={Trophy} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {reviews.map((review) => {
          const { id, kind, title, firstMonth, lastMonth, sealed, state, sheetVersion, lockedBy, lockedAt } =
            review;
          const total = monthsBetween(firstMonth, lastMonth).length;
          return (
            <li key={id}>
              <Card
                title={<TextLink to={YEAR_PATHS.review(id)}>{title}</TextLink>}
                aside={<ReviewStatePill state={state} />}
              >
                <p className="mb-3 text-ink-soft">
                  {words.kinds[kind]}, {words.span(monthName(firstMonth), monthName(lastMonth))}.{" "}
                  {words.sheetVersion(sheetVersion)}.
                </p>
                <ProgressBar label={words.monthsSealed} value={sealed} goal={total} />
                {lockedBy !== null && lockedAt !== null ? (
                  <p className="mt-3 text-ink-soft">{words.lockedBy(lockedBy, format.moment(lockedAt))}</p>
                ) : null}
              </Card>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
