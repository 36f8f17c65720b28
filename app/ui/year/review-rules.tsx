import type { ResultMonth, ReviewResult } from "#app/domain/year/review-result.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface ReviewRulesProps {
  sheet: Pick<ReviewResult["sheet"], "version">;
  months: readonly Pick<ResultMonth, "firstDay" | "lastDay">[];
}

/** What every ranking says of itself: version, months, ties, and the rules that are no points. */
export function ReviewRules({ sheet, months }: ReviewRulesProps) {
  const { yearReview: words } = useMessages(yearReviewArea);
  const format = useFormat();
  const { village } = useTerms();
  const [first, last] = [months[0], months.at(-1)];
  const Village = `${village.charAt(0).toUpperCase()}${village.slice(1)}`;
  return (
    <ul className="mt-2 grid max-w-prose gap-1 text-ink-soft">
      {first && last ? (
        <li>
          {words.rules(sheet.version, months.length, format.date(first.firstDay), format.date(last.lastDay))}
        </li>
      ) : null}
      <li>{words.ties}</li>
      <li>{words.womenRule}</li>
      <li>{words.mergeRule(Village)}</li>
    </ul>
  );
}
