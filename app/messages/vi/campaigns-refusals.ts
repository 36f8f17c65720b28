import type { CampaignRefusal } from "#app/domain/campaigns/judge-campaign.ts";
import type { PointRefusal } from "#app/domain/campaigns/mobile-point.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const campaignRejections = {
  campaign_days_crossed: () => "Ngày cuối phải từ ngày đầu trở đi.",
  campaign_too_long: ({ days }) => `Một đợt dài nhiều nhất ${days} ngày.`,
  campaign_factor_too_high: ({ percent }) => `Bộ quy tắc đang dùng cho phép nhiều nhất ${percent}%.`,
  campaign_goal_twice: () => "Mỗi chỉ số chỉ đặt một mục tiêu.",
  campaign_not_before_start: ({ startsOn }) =>
    `Phải công bố hoặc hoãn trước ngày đầu (${dayInFigures(startsOn)}). Từ ngày đó, đợt giữ nguyên như đã công bố.`,
  campaign_needs_document: () => "Ghi đủ số, ngày và nơi ban hành văn bản phát động rồi mới đề nghị công bố.",
  campaign_needs_another_person: () => "Người đề nghị không tự công bố. Nhờ người thứ hai.",
  campaign_not_proposed: () => "Chưa có ai đề nghị công bố đợt này.",
  campaign_waits_for_second: () => "Đợt đang chờ người thứ hai. Rút đề nghị rồi mới sửa được.",
  campaign_stands: () => "Đợt đã công bố nên giữ nguyên, không sửa được nữa.",
  campaign_changed_meanwhile: () => "Vừa có người khác sửa đợt này. Tải lại trang rồi xem lại.",
  campaign_ended: () => "Đợt đã kết thúc.",
} satisfies SentencesOf<CampaignRefusal>;

export const mobilePointRejections = {
  point_times_crossed: () => "Giờ kết thúc phải sau giờ bắt đầu, trong cùng một ngày.",
  point_day_past: ({ today }) => `Chọn ngày từ hôm nay (${dayInFigures(today)}) trở đi.`,
  point_code_stale: () => "Mã đã cũ hoặc chưa đúng. Quét lại mã đang hiện trên màn hình của điểm.",
  point_not_open: () => "Chỉ điểm danh từ trước giờ mở một tiếng đến sau giờ kết thúc một tiếng.",
  point_closed: () => "Điểm đã kết thúc.",
  point_shift_short: ({ minutes, least }) =>
    `Ca trực được tính từ ${least} phút; bạn có mặt ${minutes} phút. Việc hướng dẫn từng người vẫn ghi như thường.`,
  point_shift_logged: () => "Ca trực này đã ghi vào sổ.",
} satisfies SentencesOf<PointRefusal>;
