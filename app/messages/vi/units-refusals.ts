import type { UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const unitRejections = {
  unit_change_needs_old: ({ minimum, maximum }) =>
    minimum === maximum ? `Chọn đúng ${minimum} đơn vị.` : `Chọn từ ${minimum} đến ${maximum} đơn vị.`,
  unit_change_needs_new: ({ minimum, maximum }) =>
    minimum === maximum ? "Ghi một tên mới." : `Ghi từ ${minimum} đến ${maximum} tên, mỗi dòng một tên.`,
  unit_not_standing: () => "Có đơn vị không còn hoạt động. Tải lại trang rồi chọn lại.",
  unit_change_before_start: ({ name, from }) =>
    `${name} mới có từ ${dayInFigures(from)}. Ngày hiệu lực phải sau ngày đó.`,
  unit_change_in_future: ({ today }) =>
    `Thay đổi được ghi khi đã có hiệu lực. Hôm nay là ${dayInFigures(today)}; đến ngày hãy ghi.`,
  unit_change_before_decision: ({ decisionDate }) =>
    `Ngày hiệu lực không thể trước ngày văn bản, ${dayInFigures(decisionDate)}.`,
  unit_decision_malformed: () => "Ghi số như trên văn bản: 12/NQ-HĐND hoặc 318/QĐ-UBND.",
  unit_name_taken: ({ name }) => `Tên “${name}” đã có. Chọn tên khác.`,
  unit_name_unchanged: () => "Tên mới giống tên cũ.",
  units_of_different_places: () =>
    "Chỉ nhập được các tổ cùng một nơi. Muốn nhập nơi, chọn sáp nhập nơi trước.",
} satisfies SentencesOf<UnitChangeRefusal>;
