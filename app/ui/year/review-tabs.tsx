import { awardListPath } from "#app/domain/awards/award-paths.ts";
import { COUNCIL_PATHS } from "#app/domain/council/minutes.ts";
import { SHEET_TALK_PATHS } from "#app/domain/self-assessment/sheet-talk.ts";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { YEAR_PUBLICATION_PATHS } from "#app/domain/year-publication/views.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { yearPublicationArea } from "#app/messages/vi/year-publication.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Tabs } from "../kit/tabs.tsx";
import { useMessages } from "../language.tsx";
import { YEAR_PATHS } from "./year-paths.ts";

/** The parts of one review, each with an address of its own; a part is listed when its page is whole. */
export function ReviewTabs({ reviewId }: { reviewId: string }) {
  const {
    yearReview: words,
    yearPapers,
    yearPublication,
  } = useMessages(yearReviewArea, yearPapersArea, yearPublicationArea);
  return (
    <Tabs
      label={words.tabs.label}
      tabs={[
        { to: YEAR_PATHS.review(reviewId), label: words.tabs.ranking },
        { to: YEAR_PATHS.rehearsal(reviewId), label: words.tabs.rehearsal },
        { to: SHEET_TALK_PATHS.office(reviewId), label: words.tabs.comments },
        { to: awardListPath(reviewId), label: words.tabs.awards },
        { to: COUNCIL_PATHS.sessions(reviewId), label: words.tabs.council },
        { to: YEAR_PAPER_PATHS.desk(reviewId), label: yearPapers.tab },
        { to: YEAR_PUBLICATION_PATHS.desk(reviewId), label: yearPublication.tab },
      ]}
    />
  );
}
