import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import type { RosterTable } from "#app/features/documents/roster-table.ts";
import { writeRosterDocx } from "#app/features/documents/write-roster-docx.server.ts";
import { writeRosterXlsx } from "#app/features/documents/write-roster-xlsx.server.ts";
import { rosterPaperWords as words } from "#app/messages/roster-paper.ts";

const HOSTILE = '=HYPERLINK("http://example.invalid","x")';
const table: RosterTable = {
  header: {
    superiorBody: "",
    issuingBody: "Ủy ban nhân dân xã Nậm Mười",
    country: words.country,
    motto: words.motto,
    placeAndDate: words.placeAndDate("Nậm Mười", "05", "01", 2026),
    recipientsTitle: words.recipientsTitle,
    recipients: ["Như Điều 3", "Lưu: VT, VHXH"],
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
  },
  title: words.annexTitle,
  subtitle: words.listOf("Tổ công nghệ số cộng đồng"),
  attachedTo: words.attachedTo,
  columns: Object.values(words.headings).map((heading, index) => ({
    heading,
    width: 10,
    isFigure: index === 2,
  })),
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
  closing: words.closing(3, 1),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tds-golden-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function office(): string | null {
  for (const name of ["soffice", "libreoffice"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {}
  }
  return null;
}

describe("A22: the annex of the decision as a workbook", () => {
  it("A22: has its title block, a frozen heading, filters, A4 across, figures as figures", async () => {
    const bytes = await writeRosterXlsx(table, "Danh sách");
    const workbook = await readXlsx(bytes);
    const rows = workbook.sheets[0]?.rows ?? [];
    const heading = rows.findIndex((row) => row[1] === "Họ và tên");
    expect(rows.flat().filter((cell) => typeof cell === "string" && cell !== "")).toEqual(
      expect.arrayContaining([
        "ỦY BAN NHÂN DÂN XÃ NẬM MƯỜI",
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

  it("what people typed is text and never a formula", async () => {
    const bytes = await writeRosterXlsx(table, "Danh sách");
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.flat()).toContain(HOSTILE);
  });
});

describe("A22: the annex of the decision as a document", () => {
  it("A22: keeps Nghị định 30: A4, margins 20, 20, 30 and 15 mm, Times New Roman, the heading on every page", async () => {
    const body = partOf(await writeRosterDocx(table), "word/document.xml");
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    for (const margin of ['w:top="1134"', 'w:bottom="1134"', 'w:left="1701"', 'w:right="850"'])
      expect(body).toContain(margin);
    expect(body).toContain("<w:titlePg");
    expect(body.match(/<w:tblHeader/g)).toHaveLength(1);
    expect([...body.matchAll(/w:ascii="([^"]+)"/g)].every(([, font]) => font === "Times New Roman")).toBe(
      true,
    );
    const text = body.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "ỦY BAN NHÂN DÂN XÃ NẬM MƯỜI",
      "Nơi nhận:",
      "- Như Điều 3;",
      "- Lưu: VT, VHXH.",
      "TM. ỦY BAN NHÂN DÂN",
      "CHỦ TỊCH",
    ]) {
      expect(text).toContain(words);
    }
    expect(body).not.toContain("w:fldSimple");
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
});

const soffice = office();
if (soffice === null)
  // biome-ignore lint/suspicious/noConsole: what is skipped is said aloud
  console.warn("SKIPPED: LibreOffice is not here; no other program has opened the papers");

describe.skipIf(soffice === null)("LibreOffice", () => {
  it("A22: opens both papers and reads the Vietnamese in them", { timeout: 120_000 }, async () => {
    writeFileSync(path.join(folder, "a.xlsx"), await writeRosterXlsx(table, "Danh sách"));
    writeFileSync(path.join(folder, "b.docx"), await writeRosterDocx(table));
    const convert = (to: string, file: string) =>
      execFileSync(soffice ?? "", [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        path.join(folder, file),
      ]);
    convert("csv:Text - txt - csv (StarCalc):44,34,76", "a.xlsx");
    convert("txt:Text (encoded):UTF8", "b.docx");
    const sheet = readFileSync(path.join(folder, "a.csv"), "utf8");
    const text = readFileSync(path.join(folder, "b.txt"), "utf8");
    for (const read of [sheet, text]) {
      expect(read).toContain("Lường Thị Thảo");
      expect(read).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    }
    expect(sheet).toContain('=HYPERLINK(""http://example.invalid"",""x"")');
  });
});

function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`${name} is not in the file`);
  return strFromU8(part);
}
