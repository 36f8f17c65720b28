import path from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Paper } from "#app/domain/documents/paper.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeSubmission } from "#app/features/year-papers/compose-submission.ts";
import { compareByPlace, compareInOrder } from "#app/features/year-papers/verify/compare-lines.ts";
import { readDocxLines } from "#app/features/year-papers/verify/read-docx-lines.ts";
import { readPdfLines } from "#app/features/year-papers/verify/read-pdf-lines.server.ts";
import { readXlsxLines } from "#app/features/year-papers/verify/read-xlsx-lines.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import {
  sampleCouncil,
  sampleList,
  sampleReview,
  sampleSetting,
  sampleVillages,
} from "#tests/support/sample-year.ts";

const paper: Paper = {
  ...composeSubmission(
    {
      setting: sampleSetting,
      review: sampleReview,
      list: sampleList,
      villages: sampleVillages,
      council: sampleCouncil,
    },
    { number: null, day: null },
  ),
  check: { line: "Mã văn bản 1-4f2a91c0e7b35d18", link: null, hint: "" },
};
const other = (digit: string) => String((Number(digit) + 1) % 10);

/** Every file that differs from this text in one digit of what a reader sees; `piece` finds the texts. */
function* oneDigitOff(xml: string, piece: RegExp): Generator<string> {
  for (const match of xml.matchAll(piece)) {
    const text = match[1] ?? "";
    const from = match.index + match[0].indexOf(text, match[0].indexOf(">"));
    for (let index = 0; index < text.length; index += 1) {
      const digit = text[index] ?? "";
      if (/\d/.test(digit)) yield xml.slice(0, from + index) + other(digit) + xml.slice(from + index + 1);
    }
  }
}

function withPart(bytes: Uint8Array, name: string, xml: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(xml) }, { level: 0 });
}

describe("K02: a paper of the year whose figures were changed", () => {
  it("K02: every digit of a document, changed by itself, is found; zipped anew it is equal", async () => {
    const bytes = await writePaperDocx(paper);
    const issued = readDocxLines(bytes);
    const name = "word/document.xml";
    const xml = strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
    expect(compareInOrder(issued.lines, readDocxLines(withPart(bytes, name, xml)).lines)).toEqual([]);
    let changed = 0;
    const light = withPart(bytes, name, xml);
    for (const forged of oneDigitOff(xml, /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)) {
      changed += 1;
      const found = compareInOrder(issued.lines, readDocxLines(withPart(light, name, forged)).lines);
      expect(found.filter(({ isFilledIn }) => !isFilledIn)).toHaveLength(1);
    }
    expect(changed).toBeGreaterThan(150);
  });

  it("K02: every digit of a workbook's cells, changed by itself, is found at its cell", async () => {
    const bytes = await writePaperXlsx(paper);
    const issued = await readXlsxLines(bytes);
    let changed = 0;
    for (const name of Object.keys(unzipSync(bytes)).filter((each) =>
      each.startsWith("xl/worksheets/sheet"),
    )) {
      const xml = strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
      for (const [cell, value = ""] of xml.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]+)<\/v>/g)) {
        changed += 1;
        const forged = xml.replace(cell, cell.replace(`<v>${value}`, `<v>${Number(value) + 1}`));
        const found = compareByPlace(
          issued.lines,
          (await readXlsxLines(withPart(bytes, name, forged))).lines,
        );
        expect(found).toHaveLength(1);
        expect(found[0]?.at).toContain(`!${/r="([A-Z]+\d+)"/.exec(cell)?.[1]}`);
      }
    }
    expect(changed).toBeGreaterThan(20);
  });

  describe("as PDF", () => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      const printed = await apartForTests().run("print-paper", {
        packages: path.resolve("node_modules"),
        paper,
      });
      if (!printed.ok) throw new Error(printed.code);
      bytes = printed.output;
    }, 60_000);

    it("K02: says every figure in the words of the document", () => {
      const text = readPdfLines(bytes)
        .lines.map((line) => line.text)
        .join(" ");
      for (const figure of ["84,97%", "92,84", "1.520.000", "3.420.000 đồng", "6/7", "1-4f2a91c0e7b35d18"])
        expect(text).toContain(figure);
    });

    it("K02: a letter drawn in the place of another is found on whatever page it stands", () => {
      const issued = readPdfLines(bytes);
      let changed = 0;
      for (const forged of otherLetters(bytes)) {
        changed += 1;
        expect(compareInOrder(issued.lines, readPdfLines(forged).lines).length).toBeGreaterThan(0);
      }
      expect(changed).toBeGreaterThan(60);
    });
  });
});

/** The same paper with one letter of a run drawn as the letter before it, its streams packed again. */
function* otherLetters(bytes: Uint8Array): Generator<Uint8Array> {
  const pdf = Buffer.from(bytes).toString("latin1");
  for (const match of pdf.matchAll(/\/Length (\d+)([\s\S]{0,80}?)stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const packed = pdf.slice(from, from + Number(match[1]));
    const content = unpack(packed);
    if (content === null || !content.includes(" TJ")) continue;
    for (const shown of content.matchAll(/\[\((\\000[^\\()]|\\\d{3}){2,}[\s\S]*?\)\] TJ/g)) {
      const code = /\\000([A-Za-z0-9])/.exec(shown[0]);
      if (!code) continue;
      const at = shown.index + code.index + 4;
      const letter = String.fromCharCode(
        (content.charCodeAt(at) ?? 65) === 65 ? 66 : content.charCodeAt(at) - 1,
      );
      if (!/[A-Za-z0-9]/.test(letter)) continue;
      const forged = deflateSync(
        Buffer.from(content.slice(0, at) + letter + content.slice(at + 1), "latin1"),
      );
      const head = match[0].replace(/\/Length \d+/, `/Length ${forged.length}`);
      yield Buffer.from(
        pdf.slice(0, match.index) + head + forged.toString("latin1") + pdf.slice(from + packed.length),
        "latin1",
      );
    }
  }
}

function unpack(packed: string): string | null {
  try {
    return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
  } catch {
    return null;
  }
}
