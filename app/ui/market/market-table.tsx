import { Link } from "@remix-run/react";
import { FOUR_T, type FourT, type MarketKind } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

interface ListedPlace {
  readonly id: string;
  readonly kind: MarketKind;
  readonly name: string;
  readonly met: readonly FourT[];
}

export function MarketTable({
  caption,
  places,
  placeAt,
}: {
  caption: string;
  places: readonly ListedPlace[];
  placeAt: (id: string) => string;
}) {
  const { market: words } = useMessages(marketArea);
  const columns: readonly [Column<ListedPlace>, ...Column<ListedPlace>[]] = [
    {
      key: "name",
      header: words.list.name,
      cell: ({ id, name }) => (
        <Link to={placeAt(id)} className="inline-flex min-h-12 items-center underline underline-offset-4">
          {name}
        </Link>
      ),
    },
    { key: "kind", header: words.list.kind, cell: ({ kind }) => words.kinds[kind] },
    {
      key: "met",
      header: words.list.met,
      cell: ({ met }) => (
        <span className="flex flex-wrap gap-1.5">
          <Pill tone={met.length === FOUR_T.length ? "accent" : "neutral"}>
            {words.list.count(met.length)}
          </Pill>
          {FOUR_T.filter((item) => met.includes(item)).map((item) => (
            <Pill key={item} tone="info">
              {words.fourT[item]}
            </Pill>
          ))}
        </span>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={places} rowKey={({ id }) => id} />;
}
