import { IDENTITY_KINDS, type IdentityKind } from "#app/domain/titles/identity-rates.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

export interface IdentityRow {
  readonly villageId: number;
  readonly name: string;
  readonly adults: number | null;
  readonly people: Readonly<Record<IdentityKind, number>>;
  readonly rates: Readonly<Record<IdentityKind, number | null>>;
}

/** The three rates of each village. Without a denominator there is no rate: missing is not zero. */
export function IdentityTable({ caption, rows }: { caption: string; rows: readonly IdentityRow[] }) {
  const { market } = useMessages(marketArea);
  const { identity: words } = market;
  const terms = useTerms();
  const format = useFormat();
  const columns: readonly [Column<IdentityRow>, ...Column<IdentityRow>[]] = [
    { key: "village", header: market.village(terms), cell: ({ name }) => name },
    {
      key: "adults",
      header: words.adults,
      isFigure: true,
      cell: ({ adults }) =>
        adults === null ? <span className="text-ink-soft">{words.noFigure}</span> : format.number(adults),
    },
    ...IDENTITY_KINDS.map(
      (kind): Column<IdentityRow> => ({
        key: kind,
        header: words.kinds[kind],
        isFigure: true,
        cell: ({ rates, people }) => {
          const rate = rates[kind];
          return (
            <>
              {rate === null ? <span className="text-ink-soft">{words.noFigure}</span> : format.percent(rate)}
              <span className="block text-sm font-normal text-ink-soft">
                {words.people(format.number(people[kind]))}
              </span>
            </>
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      caption={caption}
      hidesCaption
      columns={columns}
      rows={rows}
      rowKey={({ villageId }) => villageId}
    />
  );
}
