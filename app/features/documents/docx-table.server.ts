import {
  AlignmentType,
  Table,
  type TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import {
  headingsOver,
  type PaperColumn,
  type PaperTable,
  type PaperValue,
} from "#app/domain/documents/paper.ts";
import { sayPaperValue } from "#app/messages/say-paper-value.ts";
import { CENTRE, cell, line } from "./docx-parts.server.ts";

const SIZE = 24;
const MIDDLE = { verticalAlign: VerticalAlign.CENTER };
const HEADING = { ...CENTRE, bold: true, size: SIZE };

/** A table whose heading stands again on every page. */
export function docxTable(table: PaperTable, width: number): Table {
  const { columns, groups, total } = table;
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / shares));
  const rowOf = (values: readonly PaperValue[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      children: columns.map((column, index) =>
        cell(
          [
            line(sayPaperValue(values[index] ?? null, column.kind), {
              size: SIZE,
              bold,
              align: alignOf(column),
            }),
          ],
          widths[index] ?? 0,
          MIDDLE,
        ),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows: [
      ...headOf(columns, widths),
      ...groups.flatMap((group) => [
        ...(group.title === null ? [] : [groupRow(group.title, width, columns.length)]),
        ...group.rows.map((row) => rowOf(row, false)),
      ]),
      ...(total === null ? [] : [rowOf(total, true)]),
    ],
  });
}

function headOf(columns: readonly PaperColumn[], widths: readonly number[]): TableRow[] {
  const over = headingsOver(columns);
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  const one = (index: number, extra: object = {}) =>
    cell([line(columns[index]?.heading ?? "", HEADING)], widths[index] ?? 0, { ...MIDDLE, ...extra });
  if (over === null) return [row(columns.map((_, index) => one(index)))];
  const upper = over.map(({ text, from, span }) =>
    text === ""
      ? one(from, { rowSpan: 2 })
      : cell(
          [line(text, HEADING)],
          widths.slice(from, from + span).reduce((sum, width) => sum + width, 0),
          { ...MIDDLE, columnSpan: span },
        ),
  );
  const lower = columns.flatMap(({ over: text = "" }, index) => (text === "" ? [] : [one(index)]));
  return [row(upper), row(lower)];
}

function groupRow(title: string, width: number, span: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [cell([line(title, { bold: true, size: SIZE, isKept: true })], width, { columnSpan: span })],
  });
}

function alignOf({ kind, isCentred }: PaperColumn) {
  if (isCentred) return AlignmentType.CENTER;
  return kind === "text" ? AlignmentType.LEFT : AlignmentType.RIGHT;
}
