import { describe, expect, it } from "vitest";
import { forgetResults, parseSheetXml, putValue, writeSheetXml } from "./sheet-xml.ts";

const around = (rows: string) =>
  `<worksheet><cols><col min="3" max="5" style="7"/></cols><sheetData>${rows}</sheetData><mergeCells/></worksheet>`;

function put(rows: string, cell: readonly [number, number], value: number | string): string {
  const sheet = parseSheetXml(around(rows));
  if (!sheet) throw new Error("not read");
  putValue(sheet, { column: cell[0], row: cell[1] }, value);
  return writeSheetXml(sheet);
}

describe("cells of a sheet", () => {
  it("are written in their place, dressed as they were, or as their row or column is", () => {
    const rows =
      '<row r="2" spans="1:2" ht="20"><c r="A2" s="1" t="s"><v>0</v></c><c r="D2" s="4"/></row><row r="5" s="9" customFormat="1"/>';
    expect(put(rows, [4, 2], 7)).toContain(
      '<c r="A2" s="1" t="s"><v>0</v></c><c r="D2" s="4"><v>7</v></c></row>',
    );
    expect(put(rows, [2, 2], 7)).toContain('<c r="B2"><v>7</v></c><c r="D2" s="4"/>');
    expect(put(rows, [3, 2], 7)).toContain('<c r="C2" s="7"><v>7</v></c>');
    expect(put(rows, [3, 5], 7)).toContain(
      '<row r="5" s="9" customFormat="1"><c r="C5" s="9"><v>7</v></c></row>',
    );
    expect(put(rows, [1, 3], "A&<")).toContain(
      '<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">A&amp;&lt;</t></is></c></row><row r="5"',
    );
  });

  it("that reckon are never overwritten, and forget only what they last came to", () => {
    const rows = '<row><c t="str"><f>A1&amp;"x"</f><v>old</v></c><c><v>3</v></c></row>';
    expect(put(rows, [1, 1], 7)).toContain("<f>");
    const sheet = parseSheetXml(around(rows));
    if (!sheet) throw new Error("not read");
    forgetResults(sheet);
    expect(writeSheetXml(sheet)).toBe(
      around('<row r="1"><c r="A1"><f>A1&amp;"x"</f></c><c r="B1"><v>3</v></c></row>'),
    );
  });

  it("of a sheet that is written in no known way are not guessed at", () => {
    for (const xml of [
      "<x:worksheet><x:sheetData/></x:worksheet>",
      around("<!-- <row> -->"),
      around('<row r="5"/><row r="2"/>'),
      `<!DOCTYPE a>${around("")}`,
    ])
      expect(parseSheetXml(xml)).toBeNull();
  });
});
