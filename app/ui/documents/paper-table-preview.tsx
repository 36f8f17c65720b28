import {
  headingsOver,
  type PaperColumn,
  type PaperTable,
  type PaperValue,
} from "#app/domain/documents/paper.ts";
import { sayPaperValue } from "#app/messages/say-paper-value.ts";
import { classNames } from "../class-names.ts";

const CELL = "border border-line px-2 py-1.5 align-middle";

/** Wide tables of papers scroll within themselves, and by the keyboard too. */
export function PaperTablePreview({ table }: { table: PaperTable }) {
  const over = headingsOver(table.columns);
  const lower = table.columns.filter((column) => over !== null && column.over !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="overflow-x-auto" aria-label={table.caption ?? table.name} tabIndex={0}>
      <table className="w-full min-w-[36rem] border-collapse text-base tabular-nums">
        <caption className={table.caption ? "pb-2 text-center font-bold" : "sr-only"}>
          {table.caption ?? table.name}
        </caption>
        <thead>
          <tr>
            {over === null
              ? table.columns.map((column) => <Heading key={column.heading} text={column.heading} />)
              : over.map(({ text, from, span }) => (
                  <Heading
                    key={from}
                    text={text || (table.columns[from]?.heading ?? "")}
                    columns={span}
                    rows={text === "" ? 2 : 1}
                  />
                ))}
          </tr>
          {lower.length > 0 && (
            <tr>
              {lower.map((column) => (
                <Heading key={`${column.over}${column.heading}`} text={column.heading} />
              ))}
            </tr>
          )}
        </thead>
        {table.groups.map((group, index) => (
          <tbody key={group.title ?? index}>
            {group.title !== null && (
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={table.columns.length}
                  className={classNames(CELL, "text-start font-bold")}
                >
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row key={row.join("|")} columns={table.columns} row={row} />
            ))}
          </tbody>
        ))}
        {table.total !== null && (
          <tfoot className="font-bold">
            <Row columns={table.columns} row={table.total} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Heading({ text, columns = 1, rows = 1 }: { text: string; columns?: number; rows?: number }) {
  return (
    <th
      scope={columns > 1 ? "colgroup" : "col"}
      colSpan={columns}
      rowSpan={rows}
      className={classNames(CELL, "bg-sunken text-center font-bold")}
    >
      {text}
    </th>
  );
}

function Row({ columns, row }: { columns: readonly PaperColumn[]; row: readonly PaperValue[] }) {
  return (
    <tr>
      {columns.map((column, index) => (
        <td key={column.heading + (column.over ?? "")} className={classNames(CELL, alignOf(column))}>
          {sayPaperValue(row[index] ?? null, column.kind)}
        </td>
      ))}
    </tr>
  );
}

function alignOf({ kind, isCentred }: PaperColumn): string {
  if (isCentred) return "text-center";
  return kind === "text" ? "min-w-32 text-start" : "text-end";
}
