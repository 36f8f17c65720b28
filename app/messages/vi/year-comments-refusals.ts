import type { CommentRefusal } from "#app/domain/self-assessment/comment.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const sheetCommentRejections = {
  comments_not_open: ({ firstDay }) =>
    firstDay === null
      ? "Chưa mở góp ý cho bảng điểm này. Văn phòng sẽ báo ngày."
      : `Chưa đến ngày góp ý. Từ ngày ${dayInFigures(firstDay)} gửi được.`,
  comments_over: ({ lastDay }) =>
    `Đã hết hạn góp ý, ngày ${dayInFigures(lastDay)}. Gặp văn phòng nếu có sai sót.`,
  comments_enough: ({ maximum }) =>
    `Tiêu chí này đã có ${maximum} góp ý của thôn. Gặp văn phòng để nói rõ thêm.`,
  comment_criterion_unknown: () => "Bảng điểm không có tiêu chí này. Tải lại trang rồi chọn lại.",
  comment_points_above: ({ maximum }) =>
    `Tiêu chí này tối đa ${String(maximum / 100).replace(".", ",")} điểm. Viết lại số điểm.`,
  comment_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang rồi viết lại.",
  comment_answered: () => "Góp ý này đã được trả lời. Tải lại trang để xem.",
  comment_own: () => "Bạn là người gửi góp ý này. Người khác của văn phòng trả lời.",
  comment_review_locked: () => "Kỳ xét này đã khóa, không ghi thêm được.",
  window_begins_in_past: () => "Ngày bắt đầu phải từ hôm nay trở đi.",
  window_ends_before_it_begins: () => "Ngày kết thúc phải từ ngày bắt đầu trở đi.",
  window_only_longer: ({ lastDay }) =>
    `Đã báo cho các thôn đến hết ngày ${dayInFigures(lastDay)}. Chỉ kéo dài được, không rút ngắn.`,
  window_too_long: ({ maximum }) => `Thời gian góp ý dài nhất ${maximum} ngày.`,
} satisfies SentencesOf<CommentRefusal>;
