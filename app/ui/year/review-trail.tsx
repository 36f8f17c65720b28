import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { useMessages } from "../language.tsx";
import { YEAR_PATHS } from "./year-paths.ts";

/** The way back from any part of a review: to the review, and to the desk of the year. */
export function ReviewTrail({ reviewId, title }: { reviewId: string; title: string }) {
  const { yearReview: words } = useMessages(yearReviewArea);
  return (
    <Breadcrumb
      steps={[
        { to: YEAR_PATHS.desk, label: words.title },
        { to: YEAR_PATHS.review(reviewId), label: title },
      ]}
    />
  );
}
