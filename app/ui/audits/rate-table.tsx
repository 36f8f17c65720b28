import { auditsArea } from "#app/messages/vi/audits.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownRate {
  readonly name: string;
  readonly counts: { readonly agrees: number; readonly differs: number; readonly unreachable: number };
  readonly rate: number | null;
}

/** How often the second look agreed. Too few answers are no rate, and say so. */
export function RateTable({ caption, rates }: { caption: string; rates: readonly ShownRate[] }) {
  const { audits: words } = useMessages(auditsArea);
  const { rateColumns: columns } = words;
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      hidesCaption
      rows={rates}
      rowKey={({ name }) => name}
      empty={<p className="text-ink-soft">{words.noRates}</p>}
      columns={[
        { key: "name", header: columns.name, cell: ({ name }) => name },
        {
          key: "agrees",
          header: columns.agrees,
          cell: ({ counts }) => format.number(counts.agrees),
          isFigure: true,
        },
        {
          key: "differs",
          header: columns.differs,
          cell: ({ counts }) => format.number(counts.differs),
          isFigure: true,
        },
        {
          key: "unreachable",
          header: columns.unreachable,
          cell: ({ counts }) => format.number(counts.unreachable),
          isFigure: true,
        },
        {
          key: "rate",
          header: columns.rate,
          cell: ({ rate }) =>
            rate === null ? <span className="text-ink-soft">{words.tooFew}</span> : format.percent(rate),
          isFigure: true,
        },
      ]}
    />
  );
}
