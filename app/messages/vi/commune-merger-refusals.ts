import type { MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const mergerRejections = {
  merger_with_itself: () => "Đây là số của chính đơn vị bạn. Ghi số của xã nhập vào.",
  merger_commune_unknown: () => "Không có đơn vị nào mang số này. Hỏi lại văn phòng xã đó.",
  merger_commune_not_set_up: () => "Đơn vị này chưa thiết lập xong nên chưa có gì để sáp nhập.",
  merger_receiver_not_set_up: () => "Hoàn tất thiết lập đơn vị của bạn trước, rồi mới tiếp nhận xã khác.",
  merger_already_agreed: ({ day }) => `Xã này đã sáp nhập nơi khác từ ngày ${dayInFigures(day)}.`,
  merger_receiver_ended: ({ day }) =>
    `Đơn vị tiếp nhận đã sáp nhập từ ngày ${dayInFigures(day)} nên không nhận thêm.`,
  merger_in_the_past: ({ today }) =>
    `Chọn từ hôm nay, ${dayInFigures(today)}, trở đi: việc đã ghi trước đó thuộc về xã cũ.`,
  merger_too_far_ahead: ({ latest }) => `Chọn ngày không muộn hơn ${dayInFigures(latest)}.`,
  merger_before_decision: ({ decisionDate }) =>
    `Ngày hiệu lực không thể trước ngày văn bản, ${dayInFigures(decisionDate)}.`,
  merger_decision_malformed: () => "Ghi số như trên văn bản: 12/NQ-HĐND hoặc 318/QĐ-UBND.",
  merger_asker_left: () => "Người đề nghị không còn ở văn phòng xã mới. Nhờ xã mới gửi lại đề nghị.",
} satisfies SentencesOf<MergerRefusal>;
