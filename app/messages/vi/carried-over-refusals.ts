import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const carriedPeriod = (text: string) => {
  const [year, month] = text.split("-");
  return month === undefined ? `Năm ${year}` : `Tháng ${Number(month)}/${year}`;
};

export const carriedOverRejections = {
  carried_period_unclear: () => "Ghi năm như 2025, hoặc tháng như 10/2025.",
  carried_period_after_start: ({ start }) =>
    `Phần mềm bắt đầu ngày ${dayInFigures(start)}. Từ đó chỉ tính việc đã xác nhận; chọn kỳ trước đó.`,
  carried_not_a_figure: ({ maximum }) => `Ghi số nguyên từ 0 đến ${maximum}, hoặc để trống.`,
  carried_counted_twice: ({ period: other, village }) =>
    `${village} đã có số này của ${carriedPeriod(other).toLocaleLowerCase("vi")}: cùng một việc sẽ tính hai lần. Bỏ số kia trước.`,
  carried_table_has_problems: ({ count }) => `Bảng còn ${count} chỗ cần sửa. Đọc lại bảng rồi ghi.`,
  no_figure_header: () =>
    "Không tìm thấy hàng tiêu đề. Cần cột “Thôn” và ít nhất một cột chỉ tiêu như “Lượt hướng dẫn”.",
  no_figures: () => "Bảng không có số nào.",
} satisfies SentencesOf<CarriedOverRefusal>;
