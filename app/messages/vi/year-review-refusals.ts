import { partsOfMonthId } from "#app/domain/months/month.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("vi");

const monthName = (id: number) => {
  const { year, month } = partsOfMonthId(id);
  return format.month(year, month);
};

export const reviewRejections = {
  review_months_backwards: () => "Tháng cuối đứng trước tháng đầu.",
  review_too_long: ({ most }) => `Một kỳ xét nhiều nhất ${most} tháng.`,
  review_month_on_trial: ({ month }) =>
    `Chưa được: ${monthName(month)} là tháng chạy thử, không tính vào năm. Chọn từ tháng sau đó.`,
  review_sheet_not_adopted: () => "Bảng tiêu chí này chưa được ban hành.",
  review_of_year_known: ({ year, title }) => `Năm ${year} đã có kỳ xét cả năm: “${title}”.`,
  review_month_unsealed: ({ months }) =>
    `Chưa khóa được: còn ${months.map(({ id }) => monthName(id)).join(", ")} chưa khóa sổ.`,
  review_comments_run: ({ until }) => `Chưa khóa được: các nơi còn được góp ý đến hết ${format.date(until)}.`,
  review_words_unanswered: ({ count }) =>
    `Còn ${count} góp ý của các thôn chưa được trả lời. Trả lời hết rồi mới khóa.`,
  review_locked: ({ by, at }) => `Kết quả đã được ${by} khóa lúc ${format.moment(at)}. Không sửa được nữa.`,
  review_scores_nobody: () => "Chưa khóa được: chưa nơi nào có điểm để xếp hạng.",
  review_criterion_not_told: () => "Tiêu chí này được tính tự động, không chấm bằng tay.",
  review_points_over_maximum: ({ maximum }) => `Nhiều nhất ${format.points(maximum)} điểm.`,
  review_points_malformed: () => "Viết số điểm như 2 hoặc 2,5.",
  review_share_malformed: () => "Viết phần trăm từ 0,01 đến 100, như 90 hoặc 92,5.",
  review_village_not_known: ({ code: _ }, { village }) => `Không có ${village} này.`,
  review_not_confirmed: () => "Đánh dấu vào ô xác nhận trước khi khóa.",
} satisfies SentencesOf<ReviewRefusal>;
