import type { Move } from "#app/domain/year/rehearse.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface MoveTableProps {
  moves: readonly Move[];
  bands: Readonly<Record<string, string>>;
}

/** Every village as it stands and as it would stand. */
export function MoveTable({ moves, bands }: MoveTableProps) {
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.rehearsal;
  const format = useFormat();
  const { village } = useTerms();
  const shown = ({ rank, score, band }: Move["after"]) => (
    <>
      <strong>{rank === null ? yearReview.notRanked : `${yearReview.rank} ${format.number(rank)}`}</strong>
      <span className="block text-sm text-ink-soft">
        {words.score(format.number(score / 100, 2), bands[band] ?? band)}
      </span>
    </>
  );
  return (
    <DataTable
      caption={words.movers(moves.length)}
      hidesCaption
      rows={moves}
      rowKey={({ villageId }) => villageId}
      columns={[
        {
          key: "village",
          header: `${village.charAt(0).toUpperCase()}${village.slice(1)}`,
          cell: ({ name }) => name,
        },
        { key: "before", header: words.before, isFigure: true, cell: ({ before }) => shown(before) },
        { key: "after", header: words.after, isFigure: true, cell: ({ after }) => shown(after) },
        {
          key: "change",
          header: words.change,
          cell: ({ before, after }) => <Change by={(before.rank ?? 0) - (after.rank ?? 0)} />,
        },
      ]}
    />
  );
}

function Change({ by }: { by: number }) {
  const { rehearsal: words } = useMessages(yearReviewArea).yearReview;
  if (by === 0) return <span className="text-ink-soft">{words.same}</span>;
  return by > 0 ? <Pill tone="accent">{words.up(by)}</Pill> : <Pill tone="danger">{words.down(-by)}</Pill>;
}
