import { createRequire } from "node:module";
import path from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { readXlsx } from "hucre/xlsx";
import type { Paper, PaperTable } from "#app/domain/documents/paper.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import { samplePaper } from "#tests/support/sample-paper.ts";
import type { Run } from "../area.ts";
import type { Measured } from "../figure.ts";
import { inRounds, msOf, paired } from "../rounds.ts";

type Cells = readonly (readonly (string | number)[])[];
type Write = () => Promise<Uint8Array>;

interface Format {
  readonly name: string;
  readonly ours: (paper: Paper) => Write;
  /** A library's bare table of the same cells; null where the library is not there. */
  readonly peer: { readonly what: string; readonly write: ((cells: Cells) => Write) | null };
  readonly check: (bytes: Uint8Array, cells: Cells) => Promise<boolean>;
}

const PLACES = [
  { name: "commune", rows: 30, rounds: 9 },
  { name: "province", rows: 3_000, rounds: 3 },
] as const;
const HEADINGS = ["TT", "Thôn", "Lượt", "Người", "Điểm"];

/**
 * Papers as an office asks for them, with letterhead, signatures, check code and styles, against the bare table of the
 * same cells by a library that programs usually take. Libraries that the house does not bring are looked for in
 * BENCH_PEERS, a folder with node_modules in it.
 */
export async function measureExport({ isQuick }: Run): Promise<Measured[]> {
  const apart = apartForTests();
  const packages = path.resolve("node_modules");
  const formats: readonly Format[] = [
    {
      name: "XLSX",
      ours: (paper) => () => writePaperXlsx(paper),
      peer: { what: "exceljs", write: withExcelJs() },
      check: async (bytes, cells) => {
        const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
        const at = rows.findIndex((row) => row[0] === cells[0]?.[0] && row[1] === cells[0]?.[1]);
        return (
          at >= 0 && cells.every((cell, index) => cell.every((value, c) => rows[at + index]?.[c] === value))
        );
      },
    },
    {
      name: "DOCX",
      ours: (paper) => () => writePaperDocx(paper),
      peer: { what: "docx", write: (cells) => () => bareDocx(cells) },
      check: async (bytes) => Buffer.from(bytes.subarray(0, 2)).toString() === "PK",
    },
    {
      name: "PDF",
      ours: (paper) => async () => {
        const printed = await apart.run("print-paper", { packages, paper });
        if (!printed.ok) throw new Error(printed.code);
        return printed.output;
      },
      peer: { what: "pdfkit", write: withPdfKit() },
      check: async (bytes) => Buffer.from(bytes.subarray(0, 4)).toString() === "%PDF",
    },
  ];
  const measured: Measured[] = [];
  for (const { name, rows, rounds } of isQuick ? PLACES.slice(0, 1) : PLACES) {
    const cells = Array.from({ length: rows }, (_, index) => [
      index + 1,
      `Thôn số ${index + 1}`,
      (index * 7) % 90,
      (index * 5) % 50,
      (index * 131) % 900,
    ]);
    for (const format of formats) measured.push(await compare(format, name, cells, isQuick ? 5 : rounds));
  }
  return measured;
}

async function compare(format: Format, place: string, cells: Cells, rounds: number): Promise<Measured> {
  const named = { area: "export", operation: `${place}, ${cells.length} rows as ${format.name}` } as const;
  const { what, write } = format.peer;
  if (write === null) return { ...named, skipped: `${what} not found` };
  const [ours, theirs] = [format.ours(paperOf(cells)), write(cells)];
  for (const side of [ours, theirs])
    if (!(await format.check(await side(), cells))) throw new Error(`a ${format.name} without its rows`);
  const pair = await inRounds(rounds, async () => [() => msOf(ours), () => msOf(theirs)]);
  return paired({ ...named, unit: "ms", gate: null }, `a bare table by ${what}`, pair);
}

function paperOf(cells: Cells): Paper {
  const table: PaperTable = {
    name: "Kết quả theo thôn",
    caption: null,
    columns: HEADINGS.map((heading, index) => ({
      heading,
      width: index === 1 ? 40 : 15,
      kind: index === 1 ? "text" : "whole",
    })),
    groups: [{ title: null, rows: cells }],
    total: null,
  };
  return { ...samplePaper, blocks: [{ is: "table", table }], annexes: [] };
}

async function bareDocx(cells: Cells): Promise<Uint8Array> {
  const rowOf = (values: readonly (string | number)[]) =>
    new TableRow({
      children: values.map((value) => new TableCell({ children: [new Paragraph(String(value))] })),
    });
  const table = new Table({ rows: [HEADINGS, ...cells].map(rowOf) });
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })));
}

/** Libraries that are peers and nothing else are no packages of the house. */
function findPeer(name: string): unknown {
  const folder = process.env.BENCH_PEERS;
  if (!folder) return null;
  try {
    return createRequire(path.join(path.resolve(folder), "peers.cjs"))(name);
  } catch {
    return null;
  }
}

interface ExcelJs {
  readonly Workbook: new () => {
    addWorksheet(name: string): { addRow(values: readonly unknown[]): unknown };
    readonly xlsx: { writeBuffer(): Promise<ArrayBuffer> };
  };
}

function withExcelJs(): Format["peer"]["write"] {
  const peer = findPeer("exceljs") as ExcelJs | null;
  if (peer === null) return null;
  return (cells) => async () => {
    const book = new peer.Workbook();
    const sheet = book.addWorksheet("Kết quả");
    for (const row of [HEADINGS, ...cells]) sheet.addRow(row);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
}

interface PdfKit extends NodeJS.ReadableStream {
  font(file: string): PdfKit;
  fontSize(size: number): PdfKit;
  addPage(): PdfKit;
  text(text: string, x: number, y: number, options: object): PdfKit;
  end(): void;
}

const FONT = "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf";
const LINES_A_PAGE = 40;

function withPdfKit(): Format["peer"]["write"] {
  const peer = findPeer("pdfkit") as (new (options: object) => PdfKit) | null;
  if (peer === null) return null;
  const font = path.resolve("node_modules", FONT);
  return (cells) => async () => {
    const paper = new peer({ size: "A4" });
    const chunks: Buffer[] = [];
    paper.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => paper.on("end", resolve));
    paper.font(font).fontSize(11);
    for (const [index, row] of cells.entries()) {
      if (index > 0 && index % LINES_A_PAGE === 0) paper.addPage();
      const y = 60 + (index % LINES_A_PAGE) * 17;
      for (const [column, value] of row.entries())
        paper.text(String(value), 60 + column * 95, y, { width: 90, lineBreak: false });
    }
    paper.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  };
}
