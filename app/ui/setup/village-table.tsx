import MapPin from "lucide-react/icons/map-pin";
import type { ReactNode } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

export interface VillageRow {
  readonly id: number;
  readonly name: string;
  readonly revision: number;
  readonly households: number | null;
  readonly adults: number | null;
  readonly countedOn: LocalDate | null;
}

interface VillageTableProps {
  villages: readonly VillageRow[];
  /** At the end of each row: what can be done with it. */
  actions?: (village: VillageRow) => ReactNode;
  emptyAction?: ReactNode;
  /** Under a heading that says the same. */
  hidesCaption?: boolean;
}

/** The commune's villages in natural order. A count nobody made reads as missing, never as zero. */
export function VillageTable({ villages, actions, emptyAction, hidesCaption = false }: VillageTableProps) {
  const { village } = useTerms();
  const { setup } = useMessages(setupArea);
  const words = setup.villages;
  const format = useFormat();
  const figure = (value: number | null) =>
    value === null ? <span className="text-ink-soft">{setup.missing}</span> : format.number(value);
  const columns: [Column<VillageRow>, ...Column<VillageRow>[]] = [
    { key: "name", header: words.columns.name, cell: ({ name }) => name },
    {
      key: "households",
      header: words.columns.households,
      cell: ({ households }) => figure(households),
      isFigure: true,
    },
    { key: "adults", header: words.columns.adults, cell: ({ adults }) => figure(adults), isFigure: true },
    ...(actions ? [{ key: "actions", header: setup.edit, cell: actions }] : []),
  ];
  return (
    <DataTable
      caption={words.listTitle(villages.length, village)}
      hidesCaption={hidesCaption}
      columns={columns}
      rows={villages}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={MapPin} title={words.none(village)} action={emptyAction}>
          {words.noneBody}
        </EmptyState>
      }
    />
  );
}
