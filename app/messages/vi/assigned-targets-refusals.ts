import type { TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import type { SentencesOf } from "../rejections.ts";

export const targetRejections = {
  target_month_over: () => "Tháng này đã qua nên không giao lại chỉ tiêu. Chọn tháng này hoặc tháng sau.",
  target_month_far: ({ until }) =>
    `Chỉ giao được đến tháng ${until % 100}/${Math.floor(until / 100)}. Tháng sau nữa giao khi đến gần.`,
  target_changed: () => "Chỉ tiêu vừa được người khác sửa. Xem lại rồi lưu lần nữa.",
  target_own_word: () => "Người đề xuất không tự duyệt. Nhờ người khác duyệt.",
  target_not_waiting: () => "Đề xuất này đã được trả lời hoặc đã thay bằng đề xuất mới.",
} satisfies SentencesOf<TargetRefusal>;
