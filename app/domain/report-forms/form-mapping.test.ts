import { describe, expect, it } from "vitest";
import { cellName, type FormSheet, labelOfCell, parseCell, stateOfCell } from "./form-layout.ts";
import { keepMapping, type MappedCell, planForm } from "./form-mapping.ts";

const sheet: FormSheet = {
  name: "Biểu 01",
  texts: { A2: "Lượt hỗ trợ", A4: "Cộng" },
  formulas: ["B4"],
  merges: ["C1:E2"],
};

describe("cells of a form", () => {
  it("are called as Excel calls them, and nothing else is a cell", () => {
    for (const name of ["A1", "Z9", "AA10", "AZ26", "XFD1048576"])
      expect(cellName(parseCell(name) ?? { column: 0, row: 0 })).toBe(name);
    expect(parseCell(" $b$5 ")).toEqual({ column: 2, row: 5 });
    for (const wrong of ["", "5", "B", "B0", "XFE1", "A1048577", "A1:B2", "=A1", "B-5"])
      expect(parseCell(wrong)).toBeNull();
  });

  it("are free, or printed, or reckoned, or hidden under another", () => {
    const stateAt = (name: string) => stateOfCell(sheet, parseCell(name) ?? { column: 0, row: 0 }).is;
    expect(["B2", "A2", "B4", "C1", "D1", "E2", "E3"].map(stateAt)).toEqual([
      "free",
      "text",
      "formula",
      "free",
      "covered",
      "covered",
      "free",
    ]);
    expect(labelOfCell(sheet, { column: 3, row: 2 })).toBe("Lượt hỗ trợ");
    expect(labelOfCell(sheet, { column: 3, row: 3 })).toBeNull();
  });
});

describe("rule 9: a period in which no month has begun", () => {
  it("fills nothing, not even a nought", () => {
    const mapping: MappedCell[] = [{ sheet: "Biểu 01", cell: "B2", spread: "commune", metric: "visits" }];
    const [line] = planForm([sheet], mapping, { commune: null, villages: [] });
    expect(line?.cells).toEqual([{ cell: "B2", village: null, value: null, note: "no_data" }]);
  });
});

describe("a newer form", () => {
  it("keeps only cells that it still leaves free on a sheet of the same name", () => {
    const mapping: MappedCell[] = [
      { sheet: "Biểu 01", cell: "B2", spread: "commune", metric: "visits" },
      { sheet: "Biểu 01", cell: "B4", spread: "commune", metric: "people" },
      { sheet: "Biểu 02", cell: "B2", spread: "commune", metric: "people" },
    ];
    expect(keepMapping([sheet], mapping)).toEqual([mapping[0]]);
  });
});
