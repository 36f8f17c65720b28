import type { DifficultyRefusal } from "#app/domain/difficulties/difficulty.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const difficultyRejections = {
  difficulty_answered_already: () => "This has been answered. To ask again, use “Not solved, ask again”.",
  difficulty_at_the_top: () => "It is with the tier above; there is nobody to send it up to.",
  difficulty_not_here: () => "It does not lie with you any more. Reload the page.",
  difficulty_not_answered_yet: () => "It has not been answered yet.",
  difficulty_due_in_past: ({ today }) => `Choose today (${dayInFigures(today)}) or a later day.`,
  difficulty_plan_missing: () => "There is no plan to speak of. Choose another field.",
} satisfies SentencesOf<DifficultyRefusal>;
