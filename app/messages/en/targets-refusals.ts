import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { TargetDetailRefusal, ToldFigureRefusal } from "#app/domain/targets/detail.ts";
import type { TeamPlanRefusal } from "#app/domain/targets/team-plan.ts";
import type { SentencesOf } from "../rejections.ts";

const on = (day: LocalDate) => {
  const { year, month, day: ofMonth } = partsOf(day);
  return `${ofMonth}/${month}/${year}`;
};

export const targetSheetRejections = {
  target_source_other_list: () => "This source cannot count this target. Choose another.",
  target_step_outside_year: ({ first, last }) =>
    `A step lies within the plan's year, from ${on(first)} to ${on(last)}.`,
  target_steps_not_rising: () =>
    "A later step is never lower than the one before, and none above the year's figure.",
  target_never_reached: () => "Nothing is above 100%. Choose “at least”, or a lower figure.",
  told_figure_above_list: () => "The count cannot be larger than the whole.",
  told_figure_after_today: ({ today }) => `The day of a figure cannot lie after today, ${on(today)}.`,
  told_figure_incomplete: () => "Enter both the count and the whole, or the place.",
  team_plan_empty: () => "A plan without targets or tasks cannot be sent.",
  team_plan_task_outside_year: ({ first, last }) =>
    `A task is due within the plan's year, from ${on(first)} to ${on(last)}.`,
  team_plan_waiting: () => "The plan waits for its approval; wait for the answer first.",
  team_plan_own_word: () => "Whoever wrote the plan does not approve it. Ask somebody else.",
  team_plan_not_waiting: () => "This plan no longer waits. Look at the newest version.",
  team_plan_changed: () => "Somebody else has just changed the plan. Look again, then save once more.",
} satisfies SentencesOf<TargetDetailRefusal | ToldFigureRefusal | TeamPlanRefusal>;
