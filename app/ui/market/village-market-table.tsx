import { Link } from "@remix-run/react";
import type { MarketProgress } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface VillageLine {
  readonly id: number;
  readonly name: string;
  readonly progress: MarketProgress;
}

export function VillageMarketTable({ villages }: { villages: readonly VillageLine[] }) {
  const { market: words } = useMessages(marketArea);
  const terms = useTerms();
  const { number } = useFormat();
  const columns: readonly [Column<VillageLine>, ...Column<VillageLine>[]] = [
    {
      key: "village",
      header: words.village(terms),
      cell: ({ id, name }) => (
        <Link to={`?thon=${id}`} className="inline-flex min-h-12 items-center underline underline-offset-4">
          {name}
        </Link>
      ),
    },
    ...(["places", "cashless", "online", "complete"] as const).map(
      (key): Column<VillageLine> => ({
        key,
        header: words.tiles[key],
        isFigure: true,
        cell: ({ progress }) => number(progress[key]),
      }),
    ),
  ];
  return (
    <DataTable
      caption={words.byVillage(terms)}
      hidesCaption
      columns={columns}
      rows={villages}
      rowKey={({ id }) => id}
    />
  );
}
