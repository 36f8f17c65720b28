import type { PlanVersionRefusal } from "#app/domain/plan/plan-version.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const planRejections = {
  plan_not_there: () => "Không có kế hoạch này.",
  plan_dates_crossed: () => "Ngày kết thúc phải sau ngày bắt đầu.",
  plan_replaces_itself: () => "Kế hoạch không thay thế chính nó, hoặc kế hoạch ban hành sau nó.",
  plan_team_sizes_crossed: ({ minimum, maximum }) =>
    `Số người nhiều nhất (${maximum}) nhỏ hơn số người ít nhất (${minimum}).`,
  plan_version_not_future: ({ earliest }) =>
    `Kỳ đã đóng hoặc đang chạy không tính lại. Chọn từ ${dayInFigures(earliest)} trở đi.`,
  plan_version_not_period_start: ({ before, after }) =>
    `Chọn ngày đầu kỳ: ${dayInFigures(before)} hoặc ${dayInFigures(after)}.`,
  plan_version_after_end: ({ endsOn }) => `Kế hoạch kết thúc ngày ${dayInFigures(endsOn)}.`,
  plan_version_before_last: ({ last }) => `Đã có phiên bản từ ${dayInFigures(last)}. Chọn ngày sau ngày đó.`,
  plan_version_unchanged: () => "Bản đang soạn không khác phiên bản trước.",
  legal_basis_unreadable: ({ line }) =>
    `Dòng ${line} không đọc được. Mỗi dòng bắt đầu bằng loại văn bản: Luật, Nghị quyết, Quyết định, Kế hoạch.`,
} satisfies SentencesOf<PlanVersionRefusal>;
