import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { checkCriteriaSheet } from "#app/domain/year/check-criteria-sheet.ts";
import { readSheetTable, type SheetGrid } from "#app/domain/year/read-sheet-table.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { PRESETS } from "./presets.ts";

const { sheet: known } = PRESETS["dai-son-2026"].proposal;

function read(grid: SheetGrid) {
  const reading = readSheetTable(grid, known);
  if (!reading.ok) throw new Error(reading.code);
  return reading.value;
}

const HEAD = ["TT", "Tiêu chí", "Cách tính", "Điểm tối đa", "Điểm tự chấm", "Minh chứng"];

describe("K06: a scoring sheet of an office", () => {
  it("is read through letterhead, merged titles, subtotals, words beside figures and signatures", () => {
    const { sheet, counted, told } = read([
      ["ỦY BAN NHÂN DÂN XÃ NẬM MƯỜI", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      [],
      [null, "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2027"],
      HEAD,
      ["I", "Kết quả với người dân", null, 65],
      [1, "Người  thành thạo", null, "30 điểm", null, null],
      ["2.", "PHỦ HỘ GIA ĐÌNH", "Đủ điểm khi đạt 80%", 20],
      [3, "Chuyển biến", "", "15,0"],
      HEAD,
      ["II. Nề nếp và phong trào", null, null, null],
      ["1", "Báo cáo đúng hạn", null, "Tối đa 20đ"],
      ["2", "Giữ gìn đoàn kết nội bộ", "Theo biên bản họp thôn", 15],
      ["", "Tổng cộng", null, 100],
      ["III", "Điểm thưởng", null, null],
      ["1", "Thưởng chiến dịch", null, "+3"],
      ["IV", "Điểm trừ", null, null],
      ["1", "Có đơn thư đúng", null, -5],
      [null, "NGƯỜI LẬP BIỂU", null, "CHỦ TỊCH"],
    ]);
    expect(checkCriteriaSheet(sheet)).toEqual([]);
    expect({ counted, told }).toEqual({ counted: 5, told: 2 });
    expect(sheet.groups.map(({ title }) => title)).toEqual([
      "Kết quả với người dân",
      "Nề nếp và phong trào",
      "Điểm thưởng",
      "Điểm trừ",
    ]);
    expect(listCriteria(sheet).map(({ key, maximum, nature }) => [key, maximum, nature])).toEqual([
      ["proficient-people", 3_000, "part"],
      ["household-coverage", 2_000, "part"],
      ["improvement", 1_500, "part"],
      ["reports", 2_000, "part"],
      ["giu-gin-doan-ket-noi-bo", 1_500, "part"],
      ["campaigns", 300, "bonus"],
      ["co-don-thu-dung", 500, "deduction"],
    ]);
  });

  it("knows criteria by their code when their names were changed", () => {
    const { sheet } = read([
      ["Nội dung", "Điểm chuẩn", "Mã"],
      ["Dân làm được", 60, "proficient-people"],
      ["Hộ được giúp", 40, "household-coverage"],
    ]);
    expect(listCriteria(sheet).map(({ title, measure }) => [title, measure.by])).toEqual([
      ["Dân làm được", "metric"],
      ["Hộ được giúp", "metric"],
    ]);
  });

  it("keeps what does not add up for the arithmetic to be told", () => {
    const { sheet } = read([HEAD, [1, "Báo cáo", "", 60], [2, "Tập huấn", "", 30], ["", "Cộng", "", 100]]);
    expect(checkCriteriaSheet(sheet)).toMatchObject([
      { code: "sheet_does_not_add_up", sum: 9_000, total: 10_000 },
    ]);
  });

  it("takes a last line that counts the bonus in", () => {
    const { sheet } = read([
      HEAD,
      [1, "Báo cáo", "", 60],
      [2, "Tập huấn", "", 40],
      [3, "Thưởng chiến dịch", "", 5],
      ["", "Tổng điểm", "", 105],
    ]);
    expect(checkCriteriaSheet(sheet)).toEqual([]);
  });

  it("is refused where no heading speaks of criteria and points, or nothing stands below it", () => {
    for (const grid of [[], [["Họ tên", "Điện thoại"]], [HEAD], [HEAD, ["", "", "", ""]]]) {
      expect(readSheetTable(grid, known)).toMatchObject({ ok: false, code: "criteria_table_unknown" });
    }
  });

  it("is refused with a citizen's number in its words", () => {
    const rows = [HEAD, [1, "Ông Chủ, CCCD 001099012345", "", 100]];
    expect(readSheetTable(rows, known)).toMatchObject({ ok: false, code: "identity_number" });
  });

  const anyCell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("I", "1", "Tổng", "Điểm trừ", "Báo cáo", "30 điểm", "-5"),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  test.prop([fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 30 })])(
    "never breaks on whatever stands in its cells, and gives each criterion its own key",
    (rows) => {
      const reading = readSheetTable([HEAD, ...rows], known);
      if (!reading.ok) return;
      const keys = listCriteria(reading.value.sheet).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      checkCriteriaSheet(reading.value.sheet);
    },
  );
});
