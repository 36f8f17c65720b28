import type { PlanPaperRefusal } from "#app/domain/plan-papers/plan-paper.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const planPaperRejections = {
  plan_paper_in_future: ({ today }) => `The day of a paper cannot be after today (${dayInFigures(today)}).`,
  plan_paper_gone: () => "This paper is no longer there. Reload the page.",
} satisfies SentencesOf<PlanPaperRefusal>;
