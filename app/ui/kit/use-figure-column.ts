import { useFormat } from "../language.tsx";
import type { Column } from "./data-table.tsx";

/** A column of counts, told by what it counts. */
export function useFigureColumn() {
  const format = useFormat();
  return <Key extends string>(key: Key, header: string): Column<Readonly<Record<Key, number>>> => ({
    key,
    header,
    isFigure: true,
    cell: (row) => format.number(row[key]),
  });
}
