import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { TargetDetailRefusal, ToldFigureRefusal } from "#app/domain/targets/detail.ts";
import type { TeamPlanRefusal } from "#app/domain/targets/team-plan.ts";
import type { SentencesOf } from "../rejections.ts";

const on = (day: LocalDate) => {
  const { year, month, day: ofMonth } = partsOf(day);
  return `${ofMonth}/${month}/${year}`;
};

export const targetSheetRejections = {
  target_source_other_list: () => "Nguồn này không đếm được chỉ tiêu này. Chọn nguồn khác.",
  target_step_outside_year: ({ first, last }) =>
    `Mốc phải nằm trong năm kế hoạch, từ ${on(first)} đến ${on(last)}.`,
  target_steps_not_rising: () => "Mốc sau phải muộn hơn và không thấp hơn mốc trước, không vượt mức cả năm.",
  target_never_reached: () => "Không thể đòi trên 100%. Chọn “ít nhất” hoặc giảm mức.",
  told_figure_above_list: () => "Số đạt không thể lớn hơn tổng số.",
  told_figure_after_today: ({ today }) => `Ngày của số liệu không thể sau hôm nay, ${on(today)}.`,
  told_figure_incomplete: () => "Ghi đủ số đạt và tổng số, hoặc thứ hạng.",
  team_plan_empty: () => "Kế hoạch chưa có chỉ tiêu, việc nào nên chưa gửi được.",
  team_plan_task_outside_year: ({ first, last }) =>
    `Hạn của việc phải nằm trong năm kế hoạch, từ ${on(first)} đến ${on(last)}.`,
  team_plan_waiting: () => "Kế hoạch đang chờ duyệt nên chưa sửa được. Đợi trả lời đã.",
  team_plan_own_word: () => "Người viết kế hoạch không tự duyệt. Nhờ người khác duyệt.",
  team_plan_not_waiting: () => "Kế hoạch này không còn chờ duyệt. Xem lại bản mới nhất.",
  team_plan_changed: () => "Kế hoạch vừa được người khác sửa. Xem lại rồi lưu lần nữa.",
} satisfies SentencesOf<TargetDetailRefusal | ToldFigureRefusal | TeamPlanRefusal>;
