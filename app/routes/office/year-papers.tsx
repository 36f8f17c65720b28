import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import { can } from "#app/domain/access/can.ts";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { readReviewName } from "#app/features/year-papers/find-review-name.server.ts";
import { readPaperDesk } from "#app/features/year-papers/read-paper-desk.server.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { PaperDeskList } from "#app/ui/year-papers/paper-desk-list.tsx";

export const handle: PageHandle = { title: (say) => say(yearPapersArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year-paper.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const reviewId = idParam(args.params.reviewId);
  const desk = await readPaperDesk(caller, reviewId);
  const title = desk?.title ?? (await readReviewName(caller, reviewId));
  if (title === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return { live, reviewId, title, desk, mayIssue: can(actor, "year-paper.issue", { communeId }, today).ok };
}

export default function YearPapers() {
  const { live, reviewId, title, desk, mayIssue } = useLoaderData<typeof loader>();
  const { yearPapers: words } = useMessages(yearPapersArea);
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<ReviewTrail reviewId={reviewId} title={title} />}
      actions={
        mayIssue ? (
          <LinkButton to={YEAR_PAPER_PATHS.setting(reviewId)} variant="secondary">
            {words.setting}
          </LinkButton>
        ) : null
      }
    >
      <ReviewTabs reviewId={reviewId} />
      {desk === null ? (
        <EmptyState icon={Lock} title={words.notLocked}>
          {words.notLockedBody}
        </EmptyState>
      ) : (
        <PaperDeskList desk={desk} mayIssue={mayIssue} />
      )}
    </Page>
  );
}
