import type { ReviewState } from "#app/domain/year/review-result.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const TONES: Readonly<Record<ReviewState, Tone>> = {
  open: "neutral",
  comment: "info",
  locked: "accent",
  published: "gold",
};

export function ReviewStatePill({ state }: { state: ReviewState }) {
  const { yearReview: words } = useMessages(yearReviewArea);
  return <Pill tone={TONES[state]}>{words.states[state]}</Pill>;
}
