import { describe, expect, it } from "vitest";
import { makeVillageMatcher } from "../people/match-village.ts";
import { type HouseholdRow, readHouseholdSheet } from "./household-sheet.ts";
import { type KnownHousehold, planHouseholdImport } from "./plan-household-import.ts";

const findVillage = makeVillageMatcher([
  { id: 1, name: "Thôn Đông" },
  { id: 2, name: "Thôn Đoài" },
]);

function read(grid: (string | number | null)[][]) {
  const sheet = readHouseholdSheet(grid);
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet;
}
const linesOf = (rows: readonly HouseholdRow[]) => rows.filter((row) => row.kind === "household");
const plan = (grid: (string | number | null)[][], known: readonly KnownHousehold[] = []) =>
  planHouseholdImport(linesOf(read(grid).rows), { known, findVillage });

const HEADER = [
  "STT",
  "Mã hộ",
  "Họ và tên chủ hộ",
  "Ngõ, xóm",
  "Số người lớn",
  "Hộ nghèo",
  "Số CCCD",
  "Điện thoại",
];

describe("a list of households as an office writes it", () => {
  it("reads villages out of the rows between, and never the identity numbers", () => {
    const sheet = read([
      ["DANH SÁCH HỘ GIA ĐÌNH"],
      HEADER,
      ["I", "Thôn Đông"],
      [1, "001", "NGUYỄN VĂN HÙNG", "Ngõ 2", 3, "x", "001099012345", "0912345678"],
      [2, "002", "Lò Thị Tươi", null, 2, null, null, null],
      ["II", "Thôn Đoài"],
      [1, "001", "Giàng A Páo", "Xóm Đồi", 1, "không", null, "12345"],
      ["Tổng cộng", null, null, null, 6],
      ["Người lập bảng"],
      ["Lò Thị Mai"],
    ]);
    expect(sheet.rows.map(({ kind }) => kind)).toEqual([
      "section",
      "household",
      "household",
      "section",
      "household",
      "total",
      "after_table",
      "after_table",
    ]);
    expect(linesOf(sheet.rows).map(({ household }) => household)).toMatchObject([
      {
        village: "Thôn Đông",
        code: "001",
        lane: "Ngõ 2",
        adults: "3",
        priorities: ["poor"],
        phoneEnd: "678",
      },
      { village: "Thôn Đông", lane: "", priorities: [], phoneEnd: "" },
      { village: "Thôn Đoài", priorities: [] },
    ]);
    expect(sheet).toMatchObject({ ignoredCitizenIds: true, hasNoAdults: false });
    expect(JSON.stringify(sheet.rows)).not.toContain("001099012345");
    expect(JSON.stringify(sheet.rows)).not.toContain("0912");
  });

  it("counts the head alone where nothing says how many are grown, and refuses a table without heads", () => {
    const sheet = read([
      ["Chủ hộ", "Thôn", "Số nhân khẩu"],
      ["Bà Lan", "Thôn Đông", 5],
    ]);
    expect(sheet.hasNoAdults).toBe(true);
    expect(
      plan([
        ["Chủ hộ", "Thôn"],
        ["Bà Lan", "Thôn Đông"],
      ]),
    ).toMatchObject([{ household: { adults: 1 } }]);
    expect(readHouseholdSheet([["Tên hàng", "Giá"]])).toEqual({ ok: false, code: "no_household_header" });
  });
});

describe("what a list of households would do", () => {
  const grid = [
    ["Mã hộ", "Chủ hộ", "Thôn", "Ngõ", "Số người lớn"],
    ["001", "Ông Hùng", "Thôn Đông", "Ngõ 2", "2"],
    [null, "Bà Tươi", "Đoài", "Xóm Đồi", "1"],
  ];
  const taken: KnownHousehold[] = [
    { id: "a", villageId: 1, code: "001", lane: "Ngõ 2", head: "Ông Hùng", adults: 2, priorities: ["poor"] },
    { id: "b", villageId: 2, code: "001", lane: "Xóm Đồi", head: "Bà Tươi", adults: 1, priorities: [] },
  ];
  const fates = (planned: ReturnType<typeof plan>) =>
    planned.map(({ outcome }) => (outcome.fate === "problem" ? outcome.problems[0]?.code : outcome.fate));

  it("B13: creates what is new; the same file again changes nothing", () => {
    expect(fates(plan(grid))).toEqual(["create", "create"]);
    expect(fates(plan(grid, taken))).toEqual(["same", "same"]);
  });

  it("names what changes, and takes nothing away by an empty cell", () => {
    const changed = [grid[0] ?? [], ["001", "Bà Lan", "Thôn Đông", null, "3"]];
    expect(plan(changed, taken)[0]?.outcome).toEqual({
      fate: "update",
      villageId: 1,
      householdId: "a",
      changes: ["head", "adults"],
    });
  });

  it.each([
    [["001", "Ông Hùng", "Thôn Xa", "Ngõ 2", "2"], "village_unknown"],
    [["001", "Ông Hùng", null, "Ngõ 2", "2"], "village_missing"],
    [["001", "", "Thôn Đông", "Ngõ 2", "2"], "head_missing"],
    [["001", "Ông Hùng", "Thôn Đông", "Ngõ 2", "hai"], "adults_unclear"],
    [["001", "Ông Hùng", "Thôn Đông", "Ngõ 2", "41"], "adults_unclear"],
    [["001", "Ông Hùng 001099012345", "Thôn Đông", "Ngõ 2", "2"], "household_text_invalid"],
    [["099", "Ông Hùng", "Thôn Đông", "Ngõ 2", "2"], "household_ambiguous"],
  ])("%j needs a person: %s", (row, code) => {
    expect(fates(plan([grid[0] ?? [], row], taken))).toEqual([code]);
  });

  it("sees a household twice in one file, by code and by head", () => {
    const row = ["001", "Ông Hùng", "Thôn Đông", "Ngõ 2", "2"];
    expect(fates(plan([grid[0] ?? [], row, ["001", "Bà Lan", "Thôn Đông", "", "1"]]))).toEqual([
      "create",
      "duplicate_in_file",
    ]);
    const uncoded = [null, ...row.slice(1)];
    expect(fates(plan([grid[0] ?? [], uncoded, uncoded]))).toEqual(["create", "duplicate_in_file"]);
  });
});
