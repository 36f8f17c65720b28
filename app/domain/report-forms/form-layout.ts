/** What of a sheet has to be known before cells of it are filled: its printed words, its formulas, its merged cells. */
export interface FormSheet {
  readonly name: string;
  /** Cells with words in them, by address. */
  readonly texts: Readonly<Record<string, string>>;
  readonly formulas: readonly string[];
  /** "A1:C1" */
  readonly merges: readonly string[];
}

export type FormLayout = readonly FormSheet[];

export interface CellPlace {
  /** From 1: column A, row 1. */
  readonly column: number;
  readonly row: number;
}

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

/** "b5", "$B$5"; null for what is no cell of a sheet. */
export function parseCell(text: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column > LAST_COLUMN || row > LAST_ROW ? null : { column, row };
}

export function cellName({ column, row }: CellPlace): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Whether a figure may be written there. A printed word, a formula and the hidden part of a merged cell stay as they are. */
type CellState =
  | { readonly is: "free" }
  | { readonly is: "formula" }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "covered"; readonly anchor: string };

export function stateOfCell(sheet: FormSheet, place: CellPlace): CellState {
  const name = cellName(place);
  for (const merge of sheet.merges) {
    const [from, to] = merge.split(":").map(parseCell);
    if (!from || !to || cellName(from) === name) continue;
    const isInside =
      place.column >= from.column &&
      place.column <= to.column &&
      place.row >= from.row &&
      place.row <= to.row;
    if (isInside) return { is: "covered", anchor: cellName(from) };
  }
  if (sheet.formulas.includes(name)) return { is: "formula" };
  const text = sheet.texts[name];
  return text === undefined ? { is: "free" } : { is: "text", text };
}

/** The longest printed words to the left, which are the name of the line: its number and its unit are shorter. */
export function labelOfCell(sheet: FormSheet, place: CellPlace): string | null {
  let longest: string | null = null;
  for (let column = place.column - 1; column > 0; column -= 1) {
    const text = sheet.texts[cellName({ column, row: place.row })];
    if (text !== undefined && text.length > (longest?.length ?? 0)) longest = text;
  }
  return longest;
}
