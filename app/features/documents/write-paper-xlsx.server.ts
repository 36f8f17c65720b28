import type { CellStyle } from "hucre";
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import {
  headingsOver,
  type Paper,
  type PaperAnnex,
  type PaperBlock,
  type PaperColumn,
  type PaperTable,
  type PaperValue,
  tablesOf,
} from "#app/domain/documents/paper.ts";
import { BOLD, CLOSING, FONT, GROUP, HEADING, ITALIC, PLAIN, styleOf, TITLE } from "./xlsx-styles.ts";

const HUNDREDTHS = 100;
const BASIS_POINTS = 10_000;
const SHEET_NAME_AT_MOST = 31;
/** Characters of 12 points across a sheet of A4 that lies across. */
const SHEET_WIDTH = 118;
const LINE_HEIGHT = 17;
const NO_DATA = "–";

/** The tables of a paper as a workbook, one sheet each, that prints on A4. What people typed stays text: nothing becomes a formula. */
export function writePaperXlsx(paper: Paper): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeXlsx({
    defaultFont: { name: FONT, size: 12 },
    sheets: tablesOf(paper).map(({ table, annex }) =>
      new SheetMaker(table.columns).make(paper, annex, table, nameSheet(table.name, names)),
    ),
  });
}

/** Excel takes 31 signs, none of []:*?/\, and no name twice. */
function nameSheet(wanted: string, names: Set<string>): string {
  const clean = wanted.replace(/[[\]:*?/\\]/g, " ").trim() || "1";
  for (let turn = 1; ; turn += 1) {
    const tail = turn === 1 ? "" : ` ${turn}`;
    const name = clean.slice(0, SHEET_NAME_AT_MOST - tail.length) + tail;
    if (!names.has(name)) {
      names.add(name);
      return name;
    }
  }
}

class SheetMaker {
  readonly #columns: readonly PaperColumn[];
  readonly #rows: CellValue[][] = [];
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  readonly #heights = new Map<number, { height: number }>();
  /** In characters. */
  readonly #widths: readonly number[];

  constructor(columns: readonly PaperColumn[]) {
    const shares = columns.reduce((sum, { width }) => sum + width, 0);
    this.#columns = columns;
    this.#widths = columns.map(({ width }) => Math.max(6, (width / shares) * SHEET_WIDTH));
  }

  make(paper: Paper, annex: PaperAnnex | null, table: PaperTable, name: string): WriteSheet {
    this.#putHead(paper);
    this.#putTitle(paper, annex, table);
    const headFrom = this.#rows.length;
    this.#putHeadings();
    const headTo = this.#rows.length;
    for (const group of table.groups) {
      if (group.title !== null) this.#putGroup(group.title);
      for (const row of group.rows) this.#putRow(row, false);
    }
    const lastRow = this.#rows.length;
    if (table.total !== null) this.#putRow(table.total, true);
    this.#putClosing(paper, annex, table);
    return {
      name,
      rows: this.#rows,
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#heights,
      columns: this.#widths.map((width) => ({ width })),
      freezePane: { rows: headTo },
      autoFilter: { range: `A${headTo}:${columnLetter(this.#columns.length)}${lastRow}` },
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: `${headFrom + 1}:${headTo}`,
        horizontalCentered: true,
        margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
      },
      ...(paper.check === null
        ? {}
        : { headerFooter: { oddFooter: `&C&8${plainFooter(paper.check.line)}` } }),
    };
  }

  #putHead({ letterhead, number, placeAndDate }: Paper): void {
    if (letterhead === null) return;
    const half = Math.max(1, Math.floor(this.#columns.length / 2));
    const upper = (text: string) => text.toLocaleUpperCase("vi");
    const pairs: readonly [string, CellStyle, string, CellStyle][] = [
      [upper(letterhead.superiorBody), PLAIN, upper(letterhead.country), BOLD],
      [upper(letterhead.issuingBody), BOLD, letterhead.motto, BOLD],
      [number ?? "", PLAIN, placeAndDate ?? "", ITALIC],
    ];
    for (const [left, leftStyle, right, rightStyle] of pairs) {
      this.#blank();
      this.#across(0, half - 1, left, leftStyle);
      this.#across(half, this.#columns.length - 1, right, rightStyle);
    }
    this.#blank();
  }

  #putTitle(paper: Paper, annex: PaperAnnex | null, table: PaperTable): void {
    const title = annex ?? { title: paper.type, subject: paper.subject, attachedTo: paper.attachedTo };
    this.#whole(title.title.toLocaleUpperCase("vi"), TITLE, 24);
    this.#whole(title.subject, TITLE, 40);
    if (title.attachedTo !== null) this.#whole(title.attachedTo, ITALIC, 20);
    if (table.caption !== null) this.#whole(table.caption, BOLD, 20);
    this.#blank();
  }

  #putHeadings(): void {
    const over = headingsOver(this.#columns);
    if (over !== null) {
      this.#blank();
      const row = this.#rows.length - 1;
      for (const { text, from, span } of over) {
        for (let column = from; column < from + span; column += 1) this.#put(row, column, "", HEADING);
        this.#put(row, from, text || (this.#columns[from]?.heading ?? ""), HEADING);
        if (text === "") this.#merges.push({ startRow: row, startCol: from, endRow: row + 1, endCol: from });
        else if (span > 1)
          this.#merges.push({ startRow: row, startCol: from, endRow: row, endCol: from + span - 1 });
      }
      this.#heights.set(row, { height: 2 * LINE_HEIGHT });
    }
    this.#blank();
    const row = this.#rows.length - 1;
    for (const [column, { heading, over: above = "" }] of this.#columns.entries())
      this.#put(row, column, over !== null && above === "" ? "" : heading, HEADING);
    this.#heights.set(row, { height: this.#headingLines() * LINE_HEIGHT });
  }

  /** As many as the words of the narrowest heading need, broken between words. */
  #headingLines(): number {
    const linesOf = (heading: string, width: number) => {
      let [lines, filled] = [1, 0];
      for (const word of heading.split(/\s+/)) {
        if (filled > 0 && filled + 1 + word.length > width) [lines, filled] = [lines + 1, 0];
        filled += word.length + (filled > 0 ? 1 : 0);
      }
      return lines;
    };
    return Math.max(
      3,
      ...this.#columns.map(({ heading }, column) => linesOf(heading, (this.#widths[column] ?? 6) * 0.9)),
    );
  }

  #putGroup(title: string): void {
    this.#blank();
    for (let column = 0; column < this.#columns.length; column += 1)
      this.#put(this.#rows.length - 1, column, "", GROUP);
    this.#across(0, this.#columns.length - 1, title, GROUP);
  }

  #putRow(values: readonly PaperValue[], isTotal: boolean): void {
    this.#blank();
    const row = this.#rows.length - 1;
    let lines = 1;
    for (const [column, definition] of this.#columns.entries()) {
      const value = keptValue(values[column] ?? null, definition);
      this.#put(row, column, value, styleOf(definition, isTotal));
      if (typeof value === "string")
        lines = Math.max(lines, Math.ceil(value.length / ((this.#widths[column] ?? 1) * 0.85)));
    }
    // The writer fits no row to its text.
    this.#heights.set(row, { height: lines * LINE_HEIGHT });
  }

  #putClosing(paper: Paper, annex: PaperAnnex | null, table: PaperTable): void {
    const texts = notesUnder(table, annex?.blocks ?? paper.blocks);
    this.#blank();
    for (const text of texts) this.#whole(text, CLOSING, LINE_HEIGHT * Math.ceil(text.length / SHEET_WIDTH));
    if (paper.check !== null) this.#whole(paper.check.line, CLOSING, LINE_HEIGHT);
  }

  #whole(text: string, style: CellStyle, height: number): void {
    this.#blank();
    this.#across(0, this.#columns.length - 1, text, style, height);
  }

  #across(from: number, to: number, value: string, style: CellStyle, height = 20): void {
    const row = this.#rows.length - 1;
    this.#put(row, from, value, style);
    if (to > from) this.#merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
    this.#heights.set(row, { height });
  }

  #put(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.#cells.set(`${row},${column}`, {
      value,
      type: typeof value === "number" ? "number" : "string",
      style,
    });
  }

  #blank(): void {
    this.#rows.push(this.#columns.map(() => null));
  }
}

/** The words between a table and whatever comes next. */
function notesUnder(table: PaperTable, blocks: readonly PaperBlock[]): string[] {
  const after = blocks.slice(1 + blocks.findIndex((block) => block.is === "table" && block.table === table));
  const end = after.findIndex((block) => block.is !== "paragraph" && block.is !== "list");
  return after.slice(0, end < 0 ? undefined : end).flatMap((block) => {
    if (block.is === "list") return block.items.map((item) => `- ${item}`);
    return block.is === "paragraph" ? [block.text] : [];
  });
}

function keptValue(value: PaperValue, { kind }: PaperColumn): CellValue {
  if (value === null) return kind === "text" ? null : NO_DATA;
  if (typeof value !== "number") return value;
  if (kind === "points") return value / HUNDREDTHS;
  return kind === "share" ? value / BASIS_POINTS : value;
}

function columnLetter(count: number): string {
  const high = Math.floor((count - 1) / 26);
  const low = String.fromCharCode(65 + ((count - 1) % 26));
  return high === 0 ? low : String.fromCharCode(64 + high) + low;
}

/** "&" begins a code in the footer of a sheet. */
function plainFooter(text: string): string {
  return text.replaceAll("&", "&&").slice(0, 200);
}
