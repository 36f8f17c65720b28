import type { MonthRefusal } from "#app/domain/months/objection.ts";
import { dayInFiguresAt } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const monthRejections = {
  appeals_not_open: ({ opensAt }) =>
    `Chưa đến lúc kiến nghị. Số liệu được chốt ngày ${dayInFiguresAt(opensAt)}, từ hôm đó gửi được.`,
  appeals_over: ({ until }) =>
    `Đã hết hạn kiến nghị, ngày ${dayInFiguresAt(until - 1)}. Gặp văn phòng nếu có sai sót.`,
  appeal_waits_already: () => "Bạn đã gửi một kiến nghị về việc này. Chờ văn phòng trả lời.",
  appeal_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang rồi viết lại.",
  appeal_claim_not_there: () => "Việc này không thuộc tháng hoặc tổ của bạn. Chọn việc khác.",
  appeal_answered: () => "Kiến nghị này đã được trả lời. Tải lại trang để xem.",
  appeal_own: () => "Bạn là người gửi kiến nghị này. Người khác của văn phòng trả lời.",
  exception_month_runs: () => "Tháng này chưa chốt số liệu. Sửa bằng đính chính như thường ngày.",
  exception_claim_not_there: () => "Việc này không được tính vào tháng này. Chọn việc khác.",
  exception_waits_already: () => "Việc này đã có một đề nghị đang chờ người thứ hai.",
  exception_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang rồi viết lại.",
  exception_answered: () => "Đề nghị này đã được quyết định. Tải lại trang để xem.",
  exception_own: () => "Bạn là người đề nghị. Cần một người khác quyết định.",
} satisfies SentencesOf<MonthRefusal>;
