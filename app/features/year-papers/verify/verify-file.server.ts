import type { Pool } from "pg";
import {
  findPaperCodes,
  formsOf,
  isYearPaperKind,
  type PaperCode,
  type PaperForm,
  writePaperCode,
  type YearPaperKind,
} from "#app/domain/year-papers/issued-paper.ts";
import { type KeptPaper, type Press, printYearPaper, sha256Hex } from "../print-year-paper.server.ts";
import { compareByPlace, compareInOrder, type Difference } from "./compare-lines.ts";
import type { FileReading } from "./file-line.ts";
import { readDocxLines } from "./read-docx-lines.ts";
import { readPdfLines } from "./read-pdf-lines.server.ts";
import { readXlsxLines } from "./read-xlsx-lines.ts";

/** What a file turned out to be, held against the paper that was issued. */
export type FileVerdict =
  /** "to the byte": the very file the house wrote. "in words": written anew, and every word and figure is as issued. */
  | {
      readonly is: "equal";
      readonly how: "to_the_byte" | "in_words";
      readonly paper: FoundPaper;
      readonly filledIn: readonly Difference[];
    }
  | { readonly is: "changed"; readonly paper: FoundPaper; readonly differences: readonly Difference[] }
  | {
      readonly is: "unknown";
      readonly why: "not_a_paper" | "unreadable" | "no_code" | "no_such_paper" | "not_printed";
    };

export interface FoundPaper {
  readonly code: string;
  readonly title: string;
  readonly form: PaperForm;
}

interface Looking {
  /** A pool of tds_maintain: papers of every commune. */
  readonly maintain: Pool;
  readonly press: Press;
}

/** Finds the paper a file says it is, prints it again from what is kept, and compares the two word by word. */
export async function verifyFile(looking: Looking, bytes: Uint8Array): Promise<FileVerdict> {
  const form = formOf(bytes);
  if (form === null) return { is: "unknown", why: "not_a_paper" };
  const found = await read(form, bytes);
  if (found === null) return { is: "unknown", why: "unreadable" };
  const codes = findPaperCodes(found.lines.map(({ text }) => text).join("\n"));
  if (codes.length === 0) return { is: "unknown", why: "no_code" };
  for (const code of codes) {
    const kept = await findByCode(looking.maintain, code, form);
    if (kept !== null) return compare(looking, kept, form, bytes, found);
  }
  return { is: "unknown", why: "no_such_paper" };
}

type Kept = KeptPaper & {
  readonly title: string;
  readonly kind: YearPaperKind;
  readonly files: readonly string[];
};

async function compare(
  { press }: Looking,
  kept: Kept,
  form: PaperForm,
  bytes: Uint8Array,
  found: FileReading,
): Promise<FileVerdict> {
  const paper = {
    code: writePaperCode({ communeId: kept.communeId, start: kept.sha256.slice(0, 16) }),
    title: kept.title,
    form,
  };
  if (sha256Hex(kept.content) !== kept.sha256)
    return {
      is: "changed",
      paper,
      differences: [note("year_paper", "the kept paper is not what its hash says")],
    };
  if (kept.files.includes(sha256Hex(bytes))) return { is: "equal", how: "to_the_byte", paper, filledIn: [] };
  const printed = await printYearPaper(press, kept, form);
  if (!printed.ok) return { is: "unknown", why: "not_printed" };
  if (sha256Hex(printed.output) === sha256Hex(bytes))
    return { is: "equal", how: "to_the_byte", paper, filledIn: [] };
  const issued = await read(form, printed.output);
  if (issued === null) return { is: "unknown", why: "not_printed" };
  const all =
    form === "xlsx" ? compareByPlace(issued.lines, found.lines) : compareInOrder(issued.lines, found.lines);
  const changed = all.filter(({ isFilledIn }) => !isFilledIn || form === "pdf");
  if (found.pictures > issued.pictures)
    changed.push(note("file", "a picture was laid in that was not issued"));
  // A page can be painted over without a word of it changing: of a PDF only the very file is the paper.
  if (form === "pdf" && changed.length === 0)
    changed.push(note("file", "every word is as issued, but this is not the file that was issued"));
  return changed.length > 0
    ? { is: "changed", paper, differences: changed }
    : { is: "equal", how: "in_words", paper, filledIn: all };
}

function note(at: string, found: string): Difference {
  return { at, issued: null, found, isFilledIn: false };
}

function formOf(bytes: Uint8Array): PaperForm | null {
  const start = Buffer.from(bytes.subarray(0, 5)).toString("latin1");
  if (start.startsWith("%PDF-")) return "pdf";
  if (!start.startsWith("PK")) return null;
  const names = Buffer.from(bytes).toString("latin1");
  if (names.includes("word/document.xml")) return "docx";
  return names.includes("xl/workbook.xml") ? "xlsx" : null;
}

async function read(form: PaperForm, bytes: Uint8Array): Promise<FileReading | null> {
  try {
    if (form === "docx") return readDocxLines(bytes);
    return form === "pdf" ? readPdfLines(bytes) : await readXlsxLines(bytes);
  } catch {
    return null;
  }
}

const FIND = `
select p.commune_id as "communeId", p.kind, p.title, p.content, encode(p.sha256, 'hex') as sha256,
       encode(p.result_sha256, 'hex') as "resultSha256", (extract(epoch from p.issued_at) * 1000)::float8 as "issuedAt",
       coalesce((select array_agg(encode(f.sha256, 'hex')) from year_paper_file f
                  where f.commune_id = p.commune_id and f.paper_id = p.id and f.form = $3), '{}') as files
  from year_paper p
 where p.commune_id = $1 and substring(p.sha256 from 1 for 8) = decode($2, 'hex')`;

async function findByCode(
  maintain: Pool,
  { communeId, start }: PaperCode,
  form: PaperForm,
): Promise<Kept | null> {
  const { rows } = await maintain.query<Kept>(FIND, [communeId, start, form]);
  const [row] = rows;
  return row && isYearPaperKind(row.kind) && formsOf(row.kind).includes(form) ? row : null;
}
