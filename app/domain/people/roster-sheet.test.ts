import { describe, expect, it } from "vitest";
import type { Grid } from "./roster-header.ts";
import { readBirthYear, readRosterSheet } from "./roster-sheet.ts";

const years = { oldestBirth: 1926, youngestBirth: 2016 };

function people(grid: Grid) {
  const sheet = readRosterSheet(grid, years);
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.rows.filter((row) => row.kind === "person");
}

describe("rosters as offices write them", () => {
  const messy: Grid = [
    ["ỦY BAN NHÂN DÂN XÃ THANH ĐỒNG", null, null, null, null, null, null],
    ["DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", null, null, null, null, null, null],
    [null],
    ["TT", "Họ và tên", "Năm sinh", null, "Chức danh trong Tổ", "SĐT", "Số CCCD"],
    [null, null, "Nam", "Nữ", null, null, null],
    [1, 2, 3, 4, 5, 6, 7],
    ["I", "Thôn Đông", null, null, null, null, null],
    [1, "NGUYỄN VĂN HÙNG", 1970, null, "Tổ trưởng", 912345678, "034070001234"],
    [2, "Lê Thị Lan", null, "5/6/1998", "Tổ phó", "0987.654.321", "034198001234"],
    ["II.", "Thôn Tây (12 hộ)", null, null, null, null, null],
    [3, "H'Hen Niê", null, "x", "Thành viên", "12345", null],
    [4, "NguyÔn V¨n An", 1990, null, "Chủ nhiệm", "", null],
    ["", "Tổng cộng: 04 người", null, null, null, null, null],
    [null, null, null, "Ngày 05 tháng 3 năm 2026", null, null, null],
    ["Người lập biểu", null, null, null, "Chủ tịch", null, null],
    [null, "Phạm Văn Ký", null, null, null, null, null],
  ];

  it("takes nobody for a total: Công an is a post and Tống Công Minh a person", () => {
    const grid: Grid = [
      ["Họ và tên", "Năm sinh", "Chức vụ", "Thôn"],
      ["Tống Công Minh", 1980, "Công an viên", "Thôn Đông"],
      ["Lê Thị Lan", 1990, "Tổng phụ trách Đội", "Thôn Đông"],
      ["Cộng", 2, null, null],
      ["TỔNG CỘNG: 02 người", null, null, null],
    ];
    expect(people(grid).map((row) => row.person.name)).toEqual(["Tống Công Minh", "Lê Thị Lan"]);
  });

  it("finds people under titles, two-row headings, column numbers and village rows", () => {
    const rows = people(messy);
    expect(rows.map((row) => [row.person.name, row.person.village, row.person.role])).toEqual([
      ["Nguyễn Văn Hùng", "Thôn Đông", "leader"],
      ["Lê Thị Lan", "Thôn Đông", "deputy"],
      ["H'Hen Niê", "Thôn Tây", "member"],
      ["NguyÔn V¨n An", "Thôn Tây", "member"],
    ]);
  });

  it("gives the leading zero back to a phone and refuses what is no phone", () => {
    const rows = people(messy);
    expect(rows[0]?.person.phone).toBe("+84912345678");
    expect(rows[1]?.person.phone).toBe("+84987654321");
    expect(rows[2]?.problems).toContainEqual({ code: "phone_invalid", found: "12345" });
    expect(rows[3]?.person.phone).toBeNull();
  });

  it("names an old font and an unknown role instead of guessing", () => {
    expect(people(messy)[3]?.problems).toEqual([
      { code: "legacy_font", encoding: "tcvn3", found: "NguyÔn V¨n An" },
      { code: "role_unknown", found: "Chủ nhiệm" },
    ]);
  });

  it("never reads a citizen number, and says that the column was left out", () => {
    const sheet = readRosterSheet(messy, years);
    expect(sheet).toMatchObject({ ok: true, ignoredCitizenIds: true });
    expect(JSON.stringify(sheet)).not.toContain("034070001234");
  });

  it("keeps signatures below the table out of the roster", () => {
    expect(people(messy).some((row) => row.person.name === "Phạm Văn Ký")).toBe(false);
  });

  it("reads a plain one-row heading with the village in a column, merged downwards", () => {
    const rows = people([
      ["STT", "Họ tên", "Giới tính", "Thôn", "Điện thoại"],
      ["1", "Trần An", "Nam", "Thôn 2", "0912345678"],
      ["2", "Đỗ Bình", "Nữ", "", "+84 912 345 679"],
    ]);
    expect(rows.map((row) => [row.person.name, row.person.sex, row.person.village])).toEqual([
      ["Trần An", "male", "Thôn 2"],
      ["Đỗ Bình", "female", "Thôn 2"],
    ]);
  });

  it("says when a sheet has no heading that names people", () => {
    expect(readRosterSheet([["Kế hoạch"], ["Kinh phí", 5]], years)).toEqual({ ok: false, code: "no_header" });
  });

  it("takes a year of birth from a year, a date, a day number, and nothing else", () => {
    expect(readBirthYear(1998, years)).toBe(1998);
    expect(readBirthYear("5/6/2006", years)).toBe(2006);
    expect(readBirthYear(36_000, years)).toBe(1998);
    expect(readBirthYear("", years)).toBeNull();
    expect(readBirthYear("98", years)).toBe("invalid");
    expect(readBirthYear("2030", years)).toBe("invalid");
  });
});
