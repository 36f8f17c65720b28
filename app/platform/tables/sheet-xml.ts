import { type CellPlace, cellName, parseCell } from "#app/domain/report-forms/form-layout.ts";

/** A cell as it stands in the file. `attributes` without its address; `inner` null of an empty one. */
export interface XmlCell {
  readonly column: number;
  readonly attributes: string;
  readonly inner: string | null;
}

interface XmlRow {
  readonly row: number;
  readonly attributes: string;
  readonly cells: XmlCell[];
}

/** The rows of a sheet between what stands before and after them; null for what is written in no way known here. */
export interface XmlSheet {
  readonly before: string;
  readonly rows: XmlRow[];
  readonly after: string;
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

export function parseSheetXml(xml: string): XmlSheet | null {
  const empty = /<sheetData\s*\/>/.exec(xml);
  if (empty)
    return { before: xml.slice(0, empty.index), rows: [], after: xml.slice(empty.index + empty[0].length) };
  const [start, end] = [xml.indexOf("<sheetData>"), xml.indexOf("</sheetData>")];
  if (start < 0 || end < start || /<!DOCTYPE/i.test(xml)) return null;
  const body = xml.slice(start + "<sheetData>".length, end);
  // Comments and raw text would hide cells from the patterns below.
  if (body.includes("<!")) return null;
  let last = 0;
  const rows = [...body.matchAll(ROW)].map(([, attributes = "", inner = ""]): XmlRow => {
    last = Number(attributeOf(attributes, "r") ?? last + 1);
    return { row: last, attributes: without(attributes, "r", "spans"), cells: cellsOf(inner, last) };
  });
  return rows.every(({ row }, index) => row > (rows[index - 1]?.row ?? 0))
    ? { before: xml.slice(0, start), rows, after: xml.slice(end + "</sheetData>".length) }
    : null;
}

function cellsOf(row: string, number: number): XmlCell[] {
  let last = 0;
  return [...row.matchAll(CELL)].map(([, attributes = "", inner]) => {
    const address = attributeOf(attributes, "r");
    const place = address === null ? { column: last + 1, row: number } : parseCell(address);
    last = place?.column ?? last + 1;
    return { column: last, attributes: without(attributes, "r"), inner: inner ?? null };
  });
}

export function writeSheetXml({ before, rows, after }: XmlSheet): string {
  const body = rows.map(({ row, attributes, cells }) => {
    const inner = cells.map(({ column, attributes: own, inner: value }) => {
      const head = `<c r="${cellName({ column, row })}"${own}`;
      return value === null ? `${head}/>` : `${head}>${value}</c>`;
    });
    return `<row r="${row}"${attributes}>${inner.join("")}</row>`;
  });
  return `${before}<sheetData>${body.join("")}</sheetData>${after}`;
}

/** A number or words into a cell, in the dress the cell, its row or its column has. A formula is never overwritten. */
export function putValue(sheet: XmlSheet, { column, row }: CellPlace, value: number | string): void {
  let line = sheet.rows.find((each) => each.row === row);
  if (!line) {
    line = { row, attributes: "", cells: [] };
    const at = sheet.rows.findIndex((each) => each.row > row);
    sheet.rows.splice(at < 0 ? sheet.rows.length : at, 0, line);
  }
  const known = line.cells.findIndex((cell) => cell.column === column);
  const old = line.cells[known];
  if (old && isFormula(old)) return;
  const style = old
    ? attributeOf(old.attributes, "s")
    : ((attributeOf(line.attributes, "customFormat") === "1" ? attributeOf(line.attributes, "s") : null) ??
      columnStyle(sheet.before, column));
  const dress = style === null ? "" : ` s="${style}"`;
  const cell: XmlCell =
    typeof value === "number"
      ? { column, attributes: dress, inner: `<v>${value}</v>` }
      : {
          column,
          attributes: `${dress} t="inlineStr"`,
          inner: `<is><t xml:space="preserve">${escapeXml(value)}</t></is>`,
        };
  if (old) line.cells[known] = cell;
  else {
    const at = line.cells.findIndex((each) => each.column > column);
    line.cells.splice(at < 0 ? line.cells.length : at, 0, cell);
  }
}

export function isFormula({ inner }: XmlCell): boolean {
  return inner !== null && /<f[\s/>]/.test(inner);
}

/** What a formula last came to is forgotten: whoever opens the file reckons anew. */
export function forgetResults(sheet: XmlSheet): void {
  for (const { cells } of sheet.rows) {
    for (const [index, cell] of cells.entries()) {
      if (!isFormula(cell) || cell.inner === null) continue;
      const inner = cell.inner.replace(/<v\b[^>]*?(?:\/>|>[\s\S]*?<\/v>)/g, "");
      cells[index] = { ...cell, attributes: without(cell.attributes, "t"), inner };
    }
  }
}

function columnStyle(before: string, column: number): string | null {
  for (const [, attributes = ""] of before.matchAll(/<col\b([^>]*?)\/?>/g)) {
    const [from, to] = [Number(attributeOf(attributes, "min")), Number(attributeOf(attributes, "max"))];
    if (column >= from && column <= to) return attributeOf(attributes, "style");
  }
  return null;
}

export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? (match[1] ?? match[2] ?? "") : null;
}

function without(attributes: string, ...names: readonly string[]): string {
  return names.reduce(
    (rest, name) => rest.replace(new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), ""),
    attributes.trimEnd(),
  );
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

const NAMES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, ten, hex, name) => {
      if (name) return NAMES[name] ?? whole;
      const code = ten ? Number(ten) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
