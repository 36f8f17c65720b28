import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const awardRejections = {
  award_form_not_for_recipient: () => "Hình thức này không dành cho người, tập thể đã chọn.",
  award_recipient_gone: () => "Không còn tìm thấy người, tập thể này. Hãy tìm và chọn lại.",
  award_theme_missing: () => "Ghi tên phong trào hoặc chuyên đề.",
  award_register_missing: () => "Chọn mô hình hoặc sáng kiến trong sổ.",
  award_span_backwards: () => "Ngày cuối phải sau ngày đầu.",
  award_nothing_counts: ({ from }) => `Sau kỷ luật chỉ tính thành tích từ ngày ${dayInFigures(from)}.`,
  award_is_held: ({ document }) => `Đang tạm dừng xét khen theo ${document}, nên chưa đề nghị được.`,
  award_achievement_used: ({ name }) =>
    `Thành tích này đã nằm trong một đề nghị khác: ${name}. Một thành tích chỉ khen một lần.`,
  award_kept_out: () => "Đơn vị này không được xét trong kỳ này.",
  award_minutes_missing: () => "Kèm biên bản họp tổ.",
  award_review_not_locked: () => "Kỳ xét chưa khóa nên chưa có danh sách.",
  award_step_too_late: () => "Đề nghị đã đổi trạng thái. Tải lại trang rồi xem lại.",
  award_number_malformed: () => "Số quyết định viết như 12/QĐ-UBND.",
  award_date_in_future: ({ today }) => `Ngày quyết định không được sau hôm nay, ${dayInFigures(today)}.`,
  award_nothing_chosen: () => "Chọn ít nhất một đề nghị.",
  award_hold_in_future: ({ today }) => `Ngày không được sau hôm nay, ${dayInFigures(today)}.`,
  award_hold_cleared_too_early: ({ from }) => `Không thể gỡ trước ngày bắt đầu, ${dayInFigures(from)}.`,
  award_hold_gone: () => "Trường hợp này đã được gỡ.",
  award_departure_does_not_fit: () =>
    "Việc này không hợp với kết quả hiện nay của đơn vị. Tải lại trang rồi xem lại.",
  award_departure_waits: () => "Đơn vị này đã có một đề nghị khác bảng xếp hạng.",
  award_departure_gone: () => "Đề nghị này đã được trả lời.",
  award_departure_is_yours: () => "Người đề nghị không tự đồng ý được. Cần một người khác.",
  award_departure_not_yours: () => "Chỉ người đề nghị mới rút lại được.",
} satisfies SentencesOf<AwardRefusal>;
