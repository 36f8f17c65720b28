import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Tabs } from "../kit/tabs.tsx";
import { useMessages } from "../language.tsx";
import { YEAR_PATHS } from "./year-paths.ts";

/** The parts of one review, each with an address of its own; a part is listed when its page is whole. */
export function ReviewTabs({ reviewId }: { reviewId: string }) {
  const { yearReview: words } = useMessages(yearReviewArea);
  return (
    <Tabs
      label={words.tabs.label}
      tabs={[
        { to: YEAR_PATHS.review(reviewId), label: words.tabs.ranking },
        { to: YEAR_PATHS.rehearsal(reviewId), label: words.tabs.rehearsal },
      ]}
    />
  );
}
