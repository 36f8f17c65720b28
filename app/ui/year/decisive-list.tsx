import type { Decisive } from "#app/domain/year/rehearse.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { useFormat, useMessages } from "../language.tsx";

/** Which single weight would give a place to another village, the nearest first. */
export function DecisiveList({ decisive }: { decisive: readonly Decisive[] }) {
  const { rehearsal: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  if (decisive.length === 0) return <p className="text-ink-soft">{words.decisiveNone}</p>;
  return (
    <ol className="grid list-decimal gap-2 ps-6">
      {decisive.map(({ key, title, from, to, name }) => (
        <li key={key}>{words.decisiveLine(title, format.points(from), format.points(to), name)}</li>
      ))}
    </ol>
  );
}
