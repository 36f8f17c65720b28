import type { PlanPaperRefusal } from "#app/domain/plan-papers/plan-paper.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const planPaperRejections = {
  plan_paper_in_future: ({ today }) => `Ngày văn bản không thể sau hôm nay (${dayInFigures(today)}).`,
  plan_paper_gone: () => "Văn bản này không còn. Tải lại trang.",
} satisfies SentencesOf<PlanPaperRefusal>;
