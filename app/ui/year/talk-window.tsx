import { daysBetween, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TalkReview } from "#app/domain/self-assessment/sheet-talk.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

const TONES = {
  not_announced: "neutral",
  before: "info",
  open: "accent",
  over: "gold",
  locked: "neutral",
} as const satisfies Record<TalkReview["stand"], Tone>;

/** Whether one may speak now, from when and until when. */
export function TalkWindow({ review, today }: { review: TalkReview; today: LocalDate }) {
  const { yearComments: say } = useMessages(yearCommentsArea);
  const format = useFormat();
  const { stand, firstDay, lastDay } = review;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Pill tone={TONES[stand]}>{say.stands[stand]}</Pill>
      {firstDay && lastDay ? <span>{say.days(format.date(firstDay), format.date(lastDay))}.</span> : null}
      {stand === "open" && lastDay ? <strong>{say.left(daysBetween(today, lastDay))}</strong> : null}
    </p>
  );
}
