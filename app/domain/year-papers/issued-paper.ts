import type { Paper } from "../documents/paper.ts";
import type { MeritSheets, ReadingSlides } from "./merit-sheet.ts";

export const YEAR_PAPER_FORMAT = "thi-dua-so/year-paper/1";

export const YEAR_PAPER_KINDS = [
  "submission",
  "villages",
  "minutes",
  "ballot",
  "tally",
  "achievement",
  "decision",
  "notice",
  "merit_sheets",
  "overprint",
  "reading_list",
  "slides",
  "hand_over",
] as const;
export type YearPaperKind = (typeof YEAR_PAPER_KINDS)[number];

export const PAPER_FORMS = ["pdf", "docx", "xlsx"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** Sheets and slides are pictures of a page; tables of figures are kept as a workbook too. */
const FORMS: Readonly<Record<YearPaperKind, readonly PaperForm[]>> = {
  submission: ["docx", "pdf", "xlsx"],
  villages: ["docx", "pdf", "xlsx"],
  minutes: ["docx", "pdf"],
  ballot: ["docx", "pdf"],
  tally: ["docx", "pdf"],
  achievement: ["docx", "pdf"],
  decision: ["docx", "pdf", "xlsx"],
  notice: ["docx", "pdf"],
  merit_sheets: ["pdf"],
  overprint: ["pdf"],
  reading_list: ["docx", "pdf"],
  slides: ["pdf"],
  hand_over: ["docx", "pdf", "xlsx"],
};

export function formsOf(kind: YearPaperKind): readonly PaperForm[] {
  return FORMS[kind];
}

export function isYearPaperKind(text: string): text is YearPaperKind {
  return (YEAR_PAPER_KINDS as readonly string[]).includes(text);
}

/** What is printed, whole: a file is made of this and of nothing else. */
export type Printed =
  | { readonly is: "paper"; readonly paper: Paper }
  | { readonly is: "sheets"; readonly sheets: MeritSheets }
  | { readonly is: "slides"; readonly slides: ReadingSlides };

const CODE = /(\d{1,9})-([0-9a-f]{16})/;

export interface PaperCode {
  readonly communeId: number;
  /** The first sixteen signs of the paper's hash. */
  readonly start: string;
}

/** "679-3f1c9ad2b77e0c55": what stands on every page. */
export function writePaperCode({ communeId, start }: PaperCode): string {
  return `${communeId}-${start}`;
}

export function parsePaperCode(text: string): PaperCode | null {
  const [whole, commune = "", start = ""] = CODE.exec(text.trim()) ?? [];
  return whole === text.trim() && Number(commune) > 0 && Number(commune) <= 0x7fffffff
    ? { communeId: Number(commune), start }
    : null;
}

/** Every code that stands in a text, the most frequent first. */
export function findPaperCodes(text: string): PaperCode[] {
  const counts = new Map<string, number>();
  for (const [code] of text.matchAll(new RegExp(CODE, "g"))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort((left, right) => right[1] - left[1])
    .flatMap(([code]) => parsePaperCode(code) ?? []);
}
