import { strToU8, zipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { lyingArchive, workbookOf } from "#tests/support/hostile-workbook.ts";
import { testOffice } from "../communes/office.ts";
import { type ImportOffice, openImportOffice } from "./import-office.ts";

const office = testOffice();
let at: ImportOffice;
beforeAll(async () => {
  at = await openImportOffice(office, ["Thôn 1", "Thôn 2"]);
});

const ROWS = [
  ["Họ và tên", "Năm sinh", "Thôn", "Số điện thoại"],
  ["Lò Thị Ước", 1980, "Thôn 1", "0301 777 001"],
  ["Cà Văn Đức", "5/6/1985", "Thôn 2", "0301 777 002"],
];
const text = (separator: string) => ROWS.map((row) => row.join(separator)).join("\r\n");
const bytesOf = (latin1: string) => new Uint8Array(Buffer.from(latin1, "latin1"));

const sheetOf = (rows: string, before = "") =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const MEGABYTE = 1024 * 1024;
const bomb = () => workbookOf({ "xl/worksheets/sheet1.xml": new Uint8Array(150 * MEGABYTE) });
/** Below the limit of what may be unpacked, and far above what any list of a commune holds. */
const swamp = () =>
  workbookOf({
    "xl/worksheets/sheet1.xml": sheetOf(`<row>${"<c><v>1</v></c>".repeat(60)}</row>`.repeat(60_000)),
  });
/** Each name is ten of the one before. */
const laughter = () => {
  const names = Array.from(
    { length: 10 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  );
  const doctype = `<!DOCTYPE w [<!ENTITY l0 "ha">${names.join("")}]>`;
  const cell = '<row><c t="inlineStr"><is><t>&l10;</t></is></c></row>';
  return workbookOf({ "xl/worksheets/sheet1.xml": sheetOf(cell, doctype) });
};
const compound = (inside: string) => {
  const file = new Uint8Array(4096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(bytesOf([...inside].join("\0")), 1024);
  return file;
};
const lockedOds = () =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": new Uint8Array(500).fill(0xa7),
    "META-INF/manifest.xml": strToU8(
      "<manifest:manifest><manifest:encryption-data/></manifest:manifest>".repeat(20),
    ),
  });

describe("what a list is not", () => {
  it.each([
    ["an archive that unpacks to 150 MB", bomb, "workbook_too_large"],
    ["the same one that lies about it", () => lyingArchive(bomb()), "workbook_too_large"],
    [
      "an archive of three thousand parts",
      () =>
        workbookOf(
          Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`x/${n}`, new Uint8Array(1)])),
        ),
      "workbook_too_large",
    ],
    ["a sheet of millions of cells", swamp, "workbook_too_large"],
    ["Excel 97-2003", () => compound("Workbook"), "workbook_old_format"],
    ["a workbook under a password", () => compound("EncryptedPackage"), "workbook_locked"],
    ["an OpenDocument under a password", lockedOds, "workbook_locked"],
    ["a web page named .xls", () => strToU8("<html><table><tr><td>Họ và tên"), "workbook_old_format"],
    ["Excel's XML of 2003", () => strToU8('<?xml version="1.0"?>\n<Workbook>'), "workbook_old_format"],
    ["a PDF", () => bytesOf("%PDF-1.7\n%âãÏÓ"), "file_format_unknown"],
    ["a photograph", () => bytesOf("\xff\xd8\xff\xe0\0\x10JFIF"), "file_format_unknown"],
    ["a document", () => zipSync({ "word/document.xml": strToU8("<w/>") }), "workbook_unreadable"],
    [
      "half a workbook",
      async () => (await writeXlsx({ sheets: [{ name: "A", rows: ROWS }] })).slice(0, 900),
      "workbook_unreadable",
    ],
    [
      "text in the signs of Windows-1258",
      () => bytesOf("H\xf2 v\xe0 t\xean,N\xe3m sinh\nA,1980"),
      "csv_not_unicode",
    ],
    [
      "UTF-16 that does not say so",
      () => new Uint8Array(Buffer.from(text("\t"), "utf16le")),
      "csv_not_unicode",
    ],
    [
      "text with a quote that never ends",
      () => strToU8(`Họ và tên,Thôn\n"${"x".repeat(300_000)}`),
      "csv_unreadable",
    ],
    [
      "a whole file in TCVN3",
      () => strToU8("Hä vµ tªn,N¨m sinh,Th«n\nNguyÔn V¨n Hïng,1980,Th«n 1"),
      "file_legacy_font",
    ],
    [
      "a whole file in VNI",
      () => strToU8("Hoï vaø teân,Naêm sinh,Thoân\nNguyeãn Vaên Huøng,1980,Thoân 1"),
      "file_legacy_font",
    ],
    ["nothing but a heading", () => strToU8("Họ và tên,Năm sinh,Thôn\n"), "no_people"],
  ] as const)("%s is refused in words, and the house goes on", async (_what, make, code) => {
    const answer = await at.upload(await make(), "danh-sach.xlsx");
    const { problems } = await answer.json();
    expect([answer.status, problems?.file?.code]).toEqual([422, code]);
    expect(vi.rejections[code]()).toMatch(/\p{L}/u);
  });

  it("entities that grow a billionfold are not grown", async () => {
    const before = process.memoryUsage().rss;
    const answer = await at.upload(laughter());
    expect(answer.status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MEGABYTE);
  });
});

describe("what a list may be, under any name", () => {
  it.each([
    ["a workbook of Excel", () => writeXlsx({ sheets: [{ name: "A", rows: ROWS }] })],
    ["an OpenDocument", () => writeOds({ sheets: [{ name: "A", rows: ROWS }] })],
    ["UTF-8 with semicolons", () => strToU8(text(";"))],
    ["UTF-8 with its mark, as Excel writes it", () => strToU8(`\ufeff${text(",")}`)],
    ["UTF-16 as Excel's Unicode text", () => new Uint8Array(Buffer.from(`\ufeff${text("\t")}`, "utf16le"))],
    [
      "UTF-16 the other way round",
      () => new Uint8Array(Buffer.from(`\ufeff${text("\t")}`, "utf16le").swap16()),
    ],
  ])("A14: %s is read as it stands", async (_what, make) => {
    const batchId = await at.uploaded(new Uint8Array(await make()), "không rõ.bin");
    const view = await at.view(batchId);
    expect(
      view.lines.map(({ person }: { person: { name: string; birthYear: number; phone: string } }) => [
        person.name,
        person.birthYear,
        person.phone,
      ]),
    ).toEqual([
      ["Lò Thị Ước", 1980, "0301 777 001"],
      ["Cà Văn Đức", 1985, "0301 777 002"],
    ]);
  });

  it("names in an old font under a heading of today are shown line by line, never guessed back", async () => {
    const batchId = await at.uploaded(
      strToU8("Họ và tên,Thôn\nNguyÔn V¨n Hïng,Thôn 1\nNguyeãn Vaên Huøng,Thôn 2"),
    );
    const view = await at.view(batchId);
    expect(
      view.lines.map(
        ({ outcome }: { outcome: { problems: { code: string; encoding: string }[] } }) =>
          outcome.problems.map(({ code, encoding }) => [code, encoding])[0],
      ),
    ).toEqual([
      ["legacy_font", "tcvn3"],
      ["legacy_font", "vni"],
    ]);
  });
});
