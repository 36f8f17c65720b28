import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv.ts";
import { protectSmall } from "./open-data.ts";

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ",") {
      row.push(cell);
      cell = "";
    } else if (sign === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at++;
    } else cell += sign;
  }
  return rows;
}

describe("A46: tables of open data", () => {
  it("A46: whatever a team is called, the table reads back and holds no formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const read = readCsv(writeCsv(rows));
          expect(read).toEqual(
            rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))),
          );
          for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });

  it("A46: what is unknown is empty and zero is zero", () => {
    expect(
      writeCsv([
        ["Kỳ", "Điểm"],
        ["2026-10", 0],
        ["2026-11", null],
      ]),
    ).toBe("Kỳ,Điểm\r\n2026-10,0\r\n2026-11,\r\n");
  });

  it("A46: fewer than five people of a priority group are not told", () => {
    expect([0, 1, 4, 5, 40].map(protectSmall)).toEqual([null, null, null, 5, 40]);
  });
});
