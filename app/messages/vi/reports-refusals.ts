import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { dayInFiguresAt } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

const SECTIONS = { difficulties: "khó khăn", proposals: "đề xuất", plan: "việc kỳ tới", remarks: "ghi chú" };

export const reportRejections = {
  report_not_there: () => "Không tìm thấy báo cáo hoặc nơi được chọn. Mở lại trang rồi thử lại.",
  report_month_sealed: ({ monthId }) =>
    `Tháng ${monthId % 100}/${Math.floor(monthId / 100)} đã khóa sổ nên không nhận báo cáo nữa. Số liệu sai thì nhờ văn phòng lập bút toán điều chỉnh ở trang Kỳ báo cáo; phần điều chỉnh tính vào tháng đang mở.`,
  report_figures_run: ({ freezeAt }) =>
    freezeAt === null
      ? "Kỳ này chưa kết thúc nên số liệu còn thay đổi. Bài viết đã được lưu, gửi khi hết kỳ."
      : `Số liệu còn thay đổi đến hết ngày ${dayInFiguresAt(freezeAt - 1)}. Bài viết đã được lưu, gửi từ ngày ${dayInFiguresAt(freezeAt)}.`,
  report_sections_open: ({ sections }) =>
    `Chưa viết phần ${sections.map((key) => SECTIONS[key]).join(" và ")}. Viết vài câu, hoặc đánh dấu “Không có”.`,
  report_not_open: () => "Báo cáo đã gửi nên không sửa được. Cần sửa thì nhờ văn phòng trả lại.",
  report_not_sent: () => "Báo cáo này chưa gửi hoặc đã khóa.",
  report_not_approved: () => "Chỉ khóa được báo cáo đã duyệt.",
  report_not_asked: () => "Đơn vị này không phải báo cáo kỳ này nữa. Cần báo cáo thì nhờ văn phòng thêm lại.",
  report_sent_stays: () => "Đơn vị này đã gửi báo cáo nên không bỏ ra khỏi kỳ được.",
  report_changed_meanwhile: () =>
    "Có người vừa sửa báo cáo này. Xem hai bản cạnh nhau, gộp lại rồi lưu; chưa chữ nào bị mất.",
  report_signer_unknown: () => "Tổ chưa có tổ trưởng trong danh sách nên không gửi thay được.",
  report_period_unclear: () => "Ngày cuối phải từ ngày đầu trở đi, và không quá hai năm.",
  report_due_in_past: () => "Hạn nộp phải sau ngày cuối của kỳ và chưa qua.",
  report_asks_nobody: () => "Chọn ít nhất một tổ hoặc đơn vị.",
  report_nobody_to_remind: () => "Mọi nơi đã gửi, không còn ai để nhắc.",
} satisfies SentencesOf<ReportRefusal>;
