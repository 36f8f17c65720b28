import type { MonthTotals } from "#app/domain/publication/public-boards.ts";
import type { Speech } from "./speech.ts";

const FIGURES = ["claims", "visits", "people", "households"] as const;

/** Four counters, never added: visits are no people (rule 8). */
export function Totals({ totals, speech }: { totals: MonthTotals; speech: Speech }) {
  const { words, format } = speech;
  return (
    <dl className="totals" data-part="totals">
      {FIGURES.map((figure) => (
        <div key={figure}>
          <dd>{format.number(totals[figure])}</dd>
          <dt>{words.totals[figure]}</dt>
        </div>
      ))}
    </dl>
  );
}
