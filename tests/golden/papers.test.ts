import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { rosterPaperWords as words } from "#app/messages/roster-paper.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import {
  findOffice,
  findPdfToText,
  partOf,
  readByOffice,
  readPdfText,
} from "#tests/support/office-programs.ts";
import { HOSTILE, samplePaper } from "#tests/support/sample-paper.ts";

const annex: Paper = {
  ...samplePaper,
  number: null,
  type: words.annexTitle,
  subject: words.listOf("Tổ công nghệ số cộng đồng"),
  attachedTo: words.attachedTo,
  bases: [],
  addressees: null,
  blocks: [
    {
      is: "table",
      table: {
        name: words.listTitle,
        caption: null,
        columns: Object.values(words.headings).map((heading) => ({ heading, width: 10, kind: "text" })),
        groups: [
          {
            title: "Tổ công nghệ số cộng đồng Bản Lạ",
            rows: [
              [1, "Lường Thị Thảo", 1985, "Nữ", "Trưởng bản", "Tổ trưởng", "0301 000 001"],
              [2, "H'Hen Niê", 1990, "Nữ", HOSTILE, "Thành viên", null],
              [3, "+cmd|' /C calc'!A0", null, null, "@SUM(1)", "Thành viên", null],
            ],
          },
        ],
        total: null,
      },
    },
    { is: "paragraph", text: words.closing(3, 1), look: "italic" },
  ],
  annexes: [],
  check: null,
};

describe("A22: the annex of the decision", () => {
  it("A22: as a workbook has its title block, a frozen heading, filters, A4 across, figures as figures", async () => {
    const bytes = await writePaperXlsx(annex);
    const workbook = await readXlsx(bytes);
    const rows = workbook.sheets[0]?.rows ?? [];
    const heading = rows.findIndex((row) => row[1] === "Họ và tên");
    expect(rows.flat()).toEqual(
      expect.arrayContaining([
        "PHÒNG VĂN HÓA - XÃ HỘI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "PHỤ LỤC",
        "Nậm Mười, ngày 05 tháng 01 năm 2026",
      ]),
    );
    expect(rows[heading + 2]).toEqual([
      1,
      "Lường Thị Thảo",
      1985,
      "Nữ",
      "Trưởng bản",
      "Tổ trưởng",
      "0301 000 001",
    ]);
    const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane[^>]*state="frozen"/);
    expect(sheet).toMatch(/<autoFilter ref="A\d+:G\d+"/);
    expect(sheet).toMatch(/orientation="landscape"/);
    expect(sheet).toMatch(/fitToWidth="1"/);
    expect(sheet).toMatch(/<mergeCell /);
  });

  it("A22: as a document keeps the heading of its table on every page", async () => {
    const body = partOf(await writePaperDocx(annex), "word/document.xml");
    expect(body.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(textOf(body)).toContain("Lường Thị Thảo");
  });
});

describe("a paper as a workbook", () => {
  it("J06: holds each table on a sheet of its own, figures as numbers with the format they are shown in", async () => {
    const { sheets } = await readXlsx(await writePaperXlsx(samplePaper));
    expect(sheets.map(({ name }) => name)).toEqual(["Kết quả theo thôn", "Kết quả  theo thôn khu  phụ lục"]);
    const row = sheets[0]?.rows.find((cells) => cells[1] === "Bản Lạ");
    expect(row).toEqual([1, "Bản Lạ", 1234, 51, 0.8497, 123.5, 1_500_000]);
    const total = sheets[0]?.rows.find((cells) => cells[1] === "Toàn xã");
    expect(total?.slice(2)).toEqual([1246, 60, 0.8498, 124.84, 1_500_000]);
  });

  it("what people typed is text and never a formula; no data is a dash and never a zero", async () => {
    const bytes = await writePaperXlsx(samplePaper);
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
    const { sheets } = await readXlsx(bytes);
    const row = sheets[0]?.rows.find((cells) => cells[1] === HOSTILE);
    expect(row?.slice(2)).toEqual([0, "–", "–", 0, "–"]);
  });
});

describe("a paper as a document", () => {
  it("keeps Nghị định 30: A4, margins 20, 20, 30 and 15 mm, Times New Roman, annexes across on pages of their own", async () => {
    const bytes = await writePaperDocx(samplePaper);
    const body = partOf(bytes, "word/document.xml");
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    expect(body).toMatch(/<w:pgSz [^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/);
    for (const margin of ['w:top="1134"', 'w:bottom="1134"', 'w:left="1701"', 'w:right="850"'])
      expect(body).toContain(margin);
    expect(body.match(/<w:titlePg/g)).toHaveLength(2);
    expect(body.match(/<w:pgNumType w:start="1"/g)).toHaveLength(2);
    expect([...body.matchAll(/w:ascii="([^"]+)"/g)].every(([, font]) => font === "Times New Roman")).toBe(
      true,
    );
    expect(body).not.toContain("w:fldSimple");
  });
});

const soffice = findOffice();
const pdfToText = findPdfToText();
if (soffice === null || pdfToText === null)
  // biome-ignore lint/suspicious/noConsole: what is skipped is said aloud
  console.warn("SKIPPED: LibreOffice or poppler is not here; no other program has opened the papers");

describe.skipIf(soffice === null)("LibreOffice", () => {
  it("A22: opens the document and reads every word of it as it was read before", {
    timeout: 120_000,
  }, async () => {
    const read = readByOffice(soffice ?? "", await writePaperDocx(samplePaper), "docx");
    await expect(read).toMatchFileSnapshot("paper-docx.txt");
  });

  it("A22: opens the workbook and reads every cell of it as it was read before", {
    timeout: 120_000,
  }, async () => {
    const read = readByOffice(soffice ?? "", await writePaperXlsx(samplePaper), "xlsx");
    await expect(read).toMatchFileSnapshot("paper-xlsx.csv");
    expect(read).toContain('=HYPERLINK(""http://example.invalid"",""x"")');
  });
});

describe.skipIf(pdfToText === null)("a paper as PDF", () => {
  it("is PDF/A with its faces embedded, and says every word, markup in what people typed left as it is", {
    timeout: 120_000,
  }, async () => {
    const printed = await apartForTests().run("print-paper", {
      packages: path.resolve("node_modules"),
      paper: samplePaper,
    });
    if (!printed.ok) throw new Error(printed.code);
    const raw = Buffer.from(printed.output).toString("latin1");
    expect(raw).toMatch(/pdfaid:part>2</);
    expect(raw.match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(3);
    await expect(readPdfText(pdfToText ?? "", printed.output)).toMatchFileSnapshot("paper-pdf.txt");
  });
});

describe("files on their way out", () => {
  it("bear their name in ASCII and whole", () => {
    const header = answerFile(new Uint8Array(), "Phụ lục “Đại Sơn” 2026.docx", "docx").headers.get(
      "Content-Disposition",
    );
    expect(header).toBe(
      `attachment; filename="Phu-luc-Dai-Son-2026.docx"; filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20%E2%80%9C%C4%90%E1%BA%A1i%20S%C6%A1n%E2%80%9D%202026.docx`,
    );
  });

  it("places and days are written as Nghị định 30 writes them: a zero before days below ten and the first two months", () => {
    expect(paperWords.placeAndDate("Đại Sơn", "2026-03-09" as LocalDate)).toBe(
      "Đại Sơn, ngày 09 tháng 3 năm 2026",
    );
    expect(paperWords.placeAndDate("Đại Sơn", "2026-02-19" as LocalDate)).toBe(
      "Đại Sơn, ngày 19 tháng 02 năm 2026",
    );
  });
});

function textOf(body: string): string {
  return body.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
}
