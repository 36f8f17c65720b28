import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export interface Column<Row> {
  /** Stable name of the column. */
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column, one under the other. */
  readonly isFigure?: boolean;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  /** The first column names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Shown in place of the table when there are no rows: an empty state. */
  empty?: ReactNode;
  /** A caption only for those who hear the page. */
  hidesCaption?: boolean;
}

/** Fills a cell of a column; a card on a phone leaves it out, as it leaves out a cell without any content. */
const NOTHING = "–";

/** A table whose header stays in sight on a desk, and whose rows are cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty, hidesCaption = false } = props;
  if (rows.length === 0 && empty) return empty;
  const [first, ...others] = columns;
  return (
    <table className="cards-on-phone w-full border-separate border-spacing-0 text-start">
      <caption className={hidesCaption ? "sr-only" : "pb-3 text-start text-xl font-bold"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, header, isFigure }) => (
            <th
              key={key}
              scope="col"
              className={classNames(
                "sticky top-[4.5rem] z-10 text-balance border-b-2 border-line bg-paper px-3 py-3 align-bottom font-bold text-ink-soft",
                isFigure ? "text-end" : "text-start",
              )}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="md:hover:bg-sunken">
            <th scope="row" className="text-start font-bold md:border-b md:border-line md:px-3 md:py-3">
              {first.cell(row)}
            </th>
            {others.map(({ key, header, cell, isFigure }) => {
              const content = cell(row);
              return (
                <td
                  key={key}
                  data-label={header}
                  className={classNames(
                    "md:border-b md:border-line md:px-3 md:py-3",
                    isFigure && "tabular-nums md:text-end",
                    content === NOTHING && "max-md:hidden",
                  )}
                >
                  {/* One box: on a phone the cell is a line of two, its name and all that it says. */}
                  <div className="min-w-0">{content}</div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
