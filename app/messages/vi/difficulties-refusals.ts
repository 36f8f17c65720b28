import type { DifficultyRefusal } from "#app/domain/difficulties/difficulty.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const difficultyRejections = {
  difficulty_answered_already: () => "Việc này đã được trả lời. Muốn hỏi tiếp thì bấm “Chưa xong, hỏi lại”.",
  difficulty_at_the_top: () => "Đã ở cấp trên, không còn cấp nào để chuyển lên.",
  difficulty_not_here: () => "Việc này không còn ở cấp của bạn. Tải lại trang.",
  difficulty_not_answered_yet: () => "Việc này chưa có trả lời.",
  difficulty_due_in_past: ({ today }) => `Hạn phải từ hôm nay (${dayInFigures(today)}) trở đi.`,
  difficulty_plan_missing: () => "Chưa có kế hoạch nào để góp ý. Chọn lĩnh vực khác.",
} satisfies SentencesOf<DifficultyRefusal>;
