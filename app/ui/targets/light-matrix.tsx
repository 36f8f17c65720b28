import { targetsArea } from "#app/messages/vi/targets.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { LightPill } from "./light-pill.tsx";
import type { ShownLine, ShownVillage } from "./target-card.tsx";

interface Row {
  readonly villageId: number;
  readonly name: string;
  readonly cells: ReadonlyMap<string, ShownVillage>;
}

/** K08: villages down, targets across; only targets that are counted by village. */
export function LightMatrix({ lines }: { lines: readonly ShownLine[] }) {
  const { targets: words } = useMessages(targetsArea);
  const terms = useTerms();
  const format = useFormat();
  const counted = lines.filter(({ villages }) => villages.some(({ whole }) => whole !== null));
  const names = new Map(
    counted.flatMap(({ villages }) => villages.map(({ villageId, name }) => [villageId, name])),
  );
  const rows: Row[] = [...names].map(([villageId, name]) => ({
    villageId,
    name,
    cells: new Map(
      counted.flatMap(({ entry, villages }) => {
        const own = villages.find((village) => village.villageId === villageId);
        return own ? [[entry.key, own]] : [];
      }),
    ),
  }));
  const first: Column<Row> = { key: "village", header: words.village(terms), cell: ({ name }) => name };
  const others = counted.map(
    ({ entry }): Column<Row> => ({
      key: entry.key,
      header: entry.text,
      cell: ({ cells }) => {
        const cell = cells.get(entry.key);
        if (!cell) return "–";
        return (
          <span className="grid justify-items-start gap-1">
            <LightPill light={cell.light} />
            {cell.whole === null ? null : (
              <span className="text-sm tabular-nums text-ink-soft">
                {format.number(cell.part)} / {format.number(cell.whole)}
              </span>
            )}
          </span>
        );
      },
    }),
  );
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={words.byVillage(terms)}
      columns={[first, ...others]}
      rows={rows}
      rowKey={({ villageId }) => villageId}
    />
  );
}
