import { foldVietnamese } from "../text/fold-vietnamese.ts";

/** A cell as a workbook gives it. Dates arrive as numbers of days (Excel) or as text. */
export type Cell = string | number | boolean | null;
export type Grid = readonly (readonly Cell[])[];

/** Each field with the folded beginnings of its headings. */
export type Headings<Field extends string> = readonly (readonly [Field, readonly string[]])[];

export interface SheetHeading<Field extends string> {
  /** Index of the first row below the heading. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<Field, number>;
}

/** The first row, or pair of rows, that has the one column every line needs, and at least one more. */
export function findHeading<Field extends string>(
  grid: Grid,
  headings: Headings<Field>,
  needed: Field,
): SheetHeading<Field> | null {
  const searched = Math.min(grid.length, 40);
  for (let row = 0; row < searched; row++) {
    const single = readHeadings(grid[row] ?? [], [], headings);
    if (!single.has(needed) || single.size < 2) continue;
    const pair = readHeadings(grid[row] ?? [], grid[row + 1] ?? [], headings);
    return pair.size > single.size
      ? { firstRow: row + 2, columns: pair }
      : { firstRow: row + 1, columns: single };
  }
  return null;
}

function readHeadings<Field extends string>(
  upper: readonly Cell[],
  lower: readonly Cell[],
  headings: Headings<Field>,
): Map<Field, number> {
  const columns = new Map<Field, number>();
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    for (const cell of [lower[column], upper[column]]) {
      const field = headingOf(cell ?? null, headings);
      if (!field) continue;
      if (!columns.has(field)) columns.set(field, column);
      break;
    }
  }
  return columns;
}

/** The field with the longest fitting word: "chức danh trong tổ" is not "chức danh". */
export function headingOf<Field extends string>(cell: Cell, headings: Headings<Field>): Field | null {
  if (typeof cell !== "string" || cell.length > 60) return null;
  const text = foldVietnamese(cell).replace(/\s+/g, " ").trim();
  let best: { field: Field; length: number } | null = null;
  for (const [field, words] of headings) {
    for (const word of words) {
      const fits = text.startsWith(word) && /^(?:$|[ /(,;:])/.test(text.slice(word.length));
      if (fits && word.length > (best?.length ?? 0)) best = { field, length: word.length };
    }
  }
  return best?.field ?? null;
}
