import type { CriteriaSheet, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import type { VillageScore } from "#app/domain/year/working.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface VillageTotalsProps {
  score: VillageScore;
  facts: VillageFacts;
  sheet: CriteriaSheet;
}

/** Score, rank and band of a village, and how large it is. */
export function VillageTotals({ score, facts, sheet }: VillageTotalsProps) {
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.sheet;
  const format = useFormat();
  const titleOf = (key: string) => sheet.bands.find((band) => band.key === key)?.title ?? key;
  const counted = (value: number | null) => (value === null ? {} : { value: format.number(value) });
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <StatTile label={yearReview.score} value={format.number(score.score / 100, 2)} />
      <StatTile label={yearReview.rank} {...counted(score.rank)} missing={yearReview.notRanked} />
      <StatTile
        label={yearReview.band}
        value={titleOf(score.band)}
        note={score.band === score.bandByScore ? undefined : yearReview.bandHeld(titleOf(score.bandByScore))}
      />
      <StatTile
        label={words.members}
        value={format.number(facts.members)}
        note={yearReview.women(format.number(facts.women), format.number(facts.members))}
      />
      <StatTile label={words.households} {...counted(facts.households)} missing={words.noData} />
      <StatTile label={words.adults} {...counted(facts.adults)} missing={words.noData} />
      <StatTile label={words.teams} value={format.number(facts.teams)} />
    </div>
  );
}
