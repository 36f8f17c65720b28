import {
  cellName,
  type FormLayout,
  type FormSheet,
  parseCell,
} from "#app/domain/report-forms/form-layout.ts";
import type { FormFilling, FormOpening, FormValueToWrite } from "../apart/apart.ts";
import { judgeArchive, listArchive, readArchiveEntry } from "./judge-archive.server.ts";
import { isArchive, isCompound, isLockedCompound } from "./read-workbook.server.ts";
import { rewriteArchive } from "./rewrite-archive.server.ts";
import {
  attributeOf,
  forgetResults,
  isFormula,
  parseSheetXml,
  putValue,
  unescapeXml,
  writeSheetXml,
  type XmlCell,
  type XmlSheet,
} from "./sheet-xml.ts";

/** A printed form of an office unpacks to well under a megabyte. */
const LIMITS = { unpackedBytes: 30 * 1024 * 1024, entries: 500 };
const MOST_SHEETS = 40;
const MOST_TEXTS = 6_000;
const MOST_FORMULAS = 20_000;
const MOST_MERGES = 4_000;
const LONGEST_TEXT = 200;
/** Programs, and files inside the file that start one. */
const RUNS_THINGS = /vbaProject|macrosheets\/|activeX\/|embeddings\/|ctrlProps\/|\.bin$/i;
const HARMLESS_BINARY = /printerSettings/i;
const WORKBOOK = "xl/workbook.xml";

interface OpenSheet {
  readonly name: string;
  readonly part: string;
  readonly xml: XmlSheet;
}

type Opened =
  | { readonly ok: true; readonly sheets: readonly OpenSheet[] }
  | Extract<FormOpening, { ok: false }>;

/** What a form prints, where it reckons, and which cells are merged. */
export function openForm(bytes: Uint8Array): FormOpening {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  const shared = sharedTexts(partOf(bytes, "xl/sharedStrings.xml") ?? "");
  const layout = opened.sheets.map((sheet) => layoutOf(sheet, shared));
  return isTooLarge(layout) ? { ok: false, code: "form_unpacks_too_large" } : { ok: true, layout };
}

/**
 * The form with values in its cells. Only rows of sheets are written anew; styles, merged cells, conditions, pictures
 * and print set-up are the bytes they were.
 */
export function fillForm(bytes: Uint8Array, values: readonly FormValueToWrite[]): FormFilling {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  const parts = new Map<string, string>();
  for (const { name, part, xml } of opened.sheets) {
    for (const { sheet, cell, value } of values) {
      const place = sheet === name ? parseCell(cell) : null;
      if (place !== null) putValue(xml, place, value);
    }
    forgetResults(xml);
    parts.set(part, writeSheetXml(xml));
  }
  const workbook = partOf(bytes, WORKBOOK);
  if (workbook !== null) parts.set(WORKBOOK, reckonOnOpening(workbook));
  return { ok: true, bytes: new Uint8Array(rewriteArchive(bytes, parts)) };
}

function open(bytes: Uint8Array): Opened {
  if (isCompound(bytes))
    return { ok: false, code: isLockedCompound(bytes) ? "form_locked" : "form_old_format" };
  if (!isArchive(bytes)) return { ok: false, code: "form_unreadable" };
  const verdict = judgeArchive(bytes, LIMITS);
  if (verdict !== "fits")
    return { ok: false, code: verdict === "too_large" ? "form_unpacks_too_large" : "form_unreadable" };
  const names = listArchive(bytes);
  const types = partOf(bytes, "[Content_Types].xml") ?? "";
  const runs = names.some((name) => RUNS_THINGS.test(name) && !HARMLESS_BINARY.test(name));
  if (runs || /macroEnabled|vbaProject/i.test(types)) return { ok: false, code: "form_runs_things" };
  if (new Set(names).size !== names.length) return { ok: false, code: "form_unreadable" };
  const sheets = sheetsOf(bytes);
  return sheets === null ? { ok: false, code: "form_unreadable" } : { ok: true, sheets };
}

/** Null where a part is missing or written in a way that is not known here: nothing is guessed. */
function sheetsOf(bytes: Uint8Array): OpenSheet[] | null {
  const [workbook, relations] = [partOf(bytes, WORKBOOK), partOf(bytes, "xl/_rels/workbook.xml.rels")];
  if (workbook === null || relations === null) return null;
  const targets = new Map<string, string>();
  for (const [, attributes = ""] of relations.matchAll(/<Relationship\b([^>]*?)\/?>/g)) {
    const target = attributeOf(attributes, "Target") ?? "";
    if (attributeOf(attributes, "Type")?.endsWith("/worksheet"))
      targets.set(
        attributeOf(attributes, "Id") ?? "",
        target.startsWith("/") ? target.slice(1) : `xl/${target}`,
      );
  }
  const sheets: OpenSheet[] = [];
  for (const [, attributes = ""] of workbook.matchAll(/<sheet\s([^>]*?)\/?>/g)) {
    const part = targets.get(attributeOf(attributes, "r:id") ?? "");
    // A chart on a sheet of its own.
    if (part === undefined) continue;
    const text = partOf(bytes, part);
    const xml = text === null ? null : parseSheetXml(text);
    if (xml === null) return null;
    sheets.push({ name: unescapeXml(attributeOf(attributes, "name") ?? ""), part, xml });
  }
  return sheets.length === 0 || sheets.length > MOST_SHEETS ? null : sheets;
}

function partOf(bytes: Uint8Array, name: string): string | null {
  return (
    readArchiveEntry(bytes, name)
      ?.toString("utf8")
      .replace(/^\uFEFF/, "") ?? null
  );
}

function layoutOf({ name, xml }: OpenSheet, shared: readonly string[]): FormSheet {
  const texts: Record<string, string> = {};
  const formulas: string[] = [];
  for (const { row, cells } of xml.rows) {
    for (const cell of cells) {
      const address = cellName({ column: cell.column, row });
      if (isFormula(cell)) formulas.push(address, ...spilledInto(cell));
      const text = textOf(cell, shared).replace(/\s+/g, " ").trim();
      // Dots and dashes are where a clerk writes by hand.
      if (/\p{L}/u.test(text)) texts[address] = [...text].slice(0, LONGEST_TEXT).join("");
    }
  }
  const merges = [...xml.after.matchAll(/<mergeCell\s[^>]*?ref="([A-Z0-9:]+)"/g)].map(([, ref = ""]) => ref);
  return { name, texts, formulas: [...new Set(formulas)], merges };
}

/** The other cells of one formula over many. */
function spilledInto({ inner }: XmlCell): string[] {
  const match =
    /<f\s[^>]*?t="array"[^>]*?ref="([A-Z0-9]+):([A-Z0-9]+)"|<f\s[^>]*?ref="([A-Z0-9]+):([A-Z0-9]+)"[^>]*?t="array"/.exec(
      inner ?? "",
    );
  const [from, to] = [parseCell(match?.[1] ?? match?.[3] ?? ""), parseCell(match?.[2] ?? match?.[4] ?? "")];
  if (!from || !to) return [];
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) {
      if (cells.length > MOST_FORMULAS) return cells;
      cells.push(cellName({ column, row }));
    }
  }
  return cells;
}

function textOf({ attributes, inner }: XmlCell, shared: readonly string[]): string {
  if (inner === null) return "";
  const type = attributeOf(attributes, "t");
  if (type === "inlineStr") return runsOf(inner);
  const value = unescapeXml(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? "");
  if (type === "s") return shared[Number(value)] ?? "";
  return type === "str" ? value : "";
}

function sharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inner = ""]) => runsOf(inner));
}

/** Without the reading aids of East Asian scripts. */
function runsOf(xml: string): string {
  const plain = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "");
  return [...plain.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = ""]) => unescapeXml(text))
    .join("");
}

function isTooLarge(layout: FormLayout): boolean {
  const sum = (count: (sheet: FormSheet) => number) =>
    layout.reduce((total, sheet) => total + count(sheet), 0);
  return (
    sum(({ texts }) => Object.keys(texts).length) > MOST_TEXTS ||
    sum(({ formulas }) => formulas.length) > MOST_FORMULAS ||
    sum(({ merges }) => merges.length) > MOST_MERGES
  );
}

function reckonOnOpening(workbook: string): string {
  const known = /<calcPr\b([^>]*?)\/?>(?:\s*<\/calcPr>)?/.exec(workbook);
  if (known) {
    const kept = (known[1] ?? "").replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    return workbook.replace(known[0], () => `<calcPr${kept} fullCalcOnLoad="1"/>`);
  }
  // Its place among the others is fixed (ECMA-376, CT_Workbook).
  const last = ["</definedNames>", "</externalReferences>", "</sheets>"].find((tag) =>
    workbook.includes(tag),
  );
  if (last === undefined) return workbook;
  const at = workbook.lastIndexOf(last) + last.length;
  return `${workbook.slice(0, at)}<calcPr fullCalcOnLoad="1"/>${workbook.slice(at)}`;
}
