import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

function said(date: Parameters<typeof partsOf>[0]): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const titleRejections = {
  title_nomination_ended: () => "Đề cử này đã kết thúc, không nhận thêm ý kiến.",
  title_is_you: () => "Không ai đề cử, xác nhận hay công nhận cho chính mình. Nhờ người khác.",
  title_own_nomination: () => "Bạn là người đề cử. Người khác cho ý kiến.",
  title_same_household: () => "Bạn ở cùng hộ với người được đề cử. Người khác cho ý kiến.",
  title_not_your_nomination: () => "Chỉ người đề cử rút được đề cử này.",
  title_nominated_already: () => "Người này đã có một đề cử danh hiệu này đang chờ.",
  title_held_until: ({ until }) =>
    `Người này đang giữ danh hiệu đến ${said(until)}. Đề cử lại được trong 30 ngày cuối.`,
  title_conditions_open: ({ mentees, needed }) =>
    `Chưa đủ điều kiện: đã kèm ${mentees}/${needed} người thành thạo; cần đã tập huấn và không có việc bị kết luận sai.`,
  title_approvals_short: ({ needed, have }) => `Mới có ${have}/${needed} người đồng ý. Cần thêm ý kiến.`,
  title_number_malformed: () => "Ghi số như trên văn bản, ví dụ 12/QĐ-UBND.",
  title_date_in_future: ({ today }) => `Ngày này chưa đến. Chọn ngày từ ${said(today)} trở về trước.`,
  title_date_too_early: ({ from }) => `Chọn ngày từ ${said(from)} trở đi.`,
  title_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Mở lại biểu mẫu rồi gửi lại.",
  title_revoked_already: () => "Danh hiệu này đã thu hồi rồi.",
  title_revocation_waits: () => "Đã có đề nghị thu hồi đang chờ người thứ hai trả lời.",
  title_revocation_is_yours: () => "Đề nghị thu hồi do chính bạn gửi. Nhờ người thứ hai trả lời.",
  ambassador_not_enrolled: () => "Bạn chưa đăng ký làm Đại sứ số. Bấm đăng ký trước.",
  mentee_is_you: () => "Chọn người khác: không ai kèm chính mình.",
  mentee_known: () => "Bạn đang kèm người này rồi.",
  mentees_full: ({ maximum }) => `Một người kèm nhiều nhất ${maximum} người.`,
  family_own_record: () => "Bạn đã ghi bản khai này. Người khác trong tổ xác nhận.",
  family_own_household: () => "Đây là hộ của bạn. Người khác trong tổ xác nhận.",
  family_items_not_declared: () => "Chỉ xác nhận được những mục hộ đã khai.",
  family_declaration_waits: () => "Hộ này có bản khai đang chờ xác nhận.",
  family_checked_already: () => "Bản khai này đã được xác nhận.",
  family_nobody_chosen: () => "Chọn ít nhất một hộ.",
  family_not_confirmed: () =>
    "Có hộ không công nhận được: chưa được tổ xác nhận, đã công nhận, hoặc do chính bạn ghi. Tải lại trang rồi chọn lại.",
  market_name_taken: () => "Thôn đã có nơi bán mang tên này. Ghi tên khác cho dễ phân biệt.",
  market_evidence_missing: () => "Chọn một việc đã xác nhận hoặc gửi một ảnh làm bằng chứng.",
} satisfies SentencesOf<TitleRefusal>;
