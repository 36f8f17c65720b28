import { canonicalJson } from "../months/canonical-json.ts";
import { type CsvCell, readBackAs, writeCsv } from "../open-data/csv.ts";

// What anybody needs to compute a published year without this program: the result as it was hashed, each entry of it
// once more by itself, the ledger lines under it, the seals of its months, and a verifier in another language.

export const PACKAGE_FORMAT = "thi-dua-so/open-package/1";

export const PACKAGE_FILES = {
  list: "goi.json",
  result: "ket-qua.json",
  cells: "tung-muc.csv",
  ledger: "so-cai.csv",
  seals: "niem-phong.csv",
  verifier: "kiem-tra.py",
  readmeVi: "DOC-TRUOC.md",
  readmeEn: "README.md",
} as const;

/** A ledger line that names nobody: who worked and in which piece of work are keyed pseudonyms of this package alone. */
export interface OpenLine {
  readonly month: number;
  readonly village: string | null;
  readonly worker: string;
  readonly work: string | null;
  readonly kind: string;
  readonly rule: string;
  /** Hundredths of an activity point. */
  readonly points: number;
  /** The place in this list of the line it puts right. */
  readonly corrects: number | null;
}

export interface OpenSeal {
  readonly month: number;
  readonly number: number;
  readonly sha256: string;
  readonly previousSha256: string;
  readonly lines: number;
  readonly points: number;
}

export interface PackageContents {
  /** The very text that was hashed when the review was locked. */
  readonly result: string;
  readonly lines: readonly OpenLine[];
  readonly seals: readonly OpenSeal[];
  readonly verifier: string;
  readonly readmeVi: string;
  readonly readmeEn: string;
}

export interface PackageFile {
  readonly name: string;
  readonly text: string;
}

/** SHA-256 of the text in UTF-8, in lower-case hex. */
export type HashText = (text: string) => string;

/** The files in the order they are packed. The same review gives the same bytes, today and in ten years. */
export function composePackage(contents: PackageContents, hash: HashText): PackageFile[] {
  const files: PackageFile[] = [
    { name: PACKAGE_FILES.readmeVi, text: contents.readmeVi },
    { name: PACKAGE_FILES.readmeEn, text: contents.readmeEn },
    { name: PACKAGE_FILES.result, text: contents.result },
    { name: PACKAGE_FILES.cells, text: writeCells(contents.result) },
    { name: PACKAGE_FILES.ledger, text: writeLedger(contents.lines, hash) },
    { name: PACKAGE_FILES.seals, text: writeSeals(contents.seals, hash) },
    { name: PACKAGE_FILES.verifier, text: contents.verifier },
  ];
  const list = canonicalJson({
    format: PACKAGE_FORMAT,
    resultSha256: hash(contents.result),
    files: Object.fromEntries(
      files.map(({ name, text }) => [
        name,
        { sha256: hash(text), bytes: new TextEncoder().encode(text).length },
      ]),
    ),
  });
  return [...files, { name: PACKAGE_FILES.list, text: list }];
}

/** Every entry of the result on a line of its own, so that whichever entry was changed can be named. */
function writeCells(result: string): string {
  return writeCsv([["muc", "gia_tri"], ...cellsOf(JSON.parse(result), "")]);
}

function cellsOf(value: unknown, path: string): CsvCell[][] {
  if (value === null || typeof value !== "object")
    return [[path, typeof value === "number" ? value : JSON.stringify(value)]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[path, Array.isArray(value) ? "[]" : "{}"]];
  return entries.flatMap(([key, item]) => cellsOf(item, `${path}/${key}`));
}

function writeLedger(lines: readonly OpenLine[], hash: HashText): string {
  const header = ["dong", "thang", "thon", "nguoi_lam", "viec", "loai", "quy_tac", "diem", "sua_dong"];
  const rows = lines.map((line, index) => [
    index + 1,
    line.month,
    line.village,
    line.worker,
    line.work,
    line.kind,
    line.rule,
    line.points,
    line.corrects,
  ]);
  return writeMarked(header, rows, hash);
}

function writeSeals(seals: readonly OpenSeal[], hash: HashText): string {
  const header = ["thang", "so", "sha256", "truoc", "so_dong", "diem"];
  const rows = seals.map((seal) => [
    seal.month,
    seal.number,
    seal.sha256,
    seal.previousSha256,
    seal.lines,
    seal.points,
  ]);
  return writeMarked(header, rows, hash);
}

const MARK_LENGTH = 16;

/** Each row ends with a mark of its other cells: a row that was touched is found by itself. */
function writeMarked(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  hash: HashText,
): string {
  return writeCsv([
    [...header, "dau"],
    ...rows.map((row) => [...row, hash(row.map(readBackAs).join("|")).slice(0, MARK_LENGTH)]),
  ]);
}
