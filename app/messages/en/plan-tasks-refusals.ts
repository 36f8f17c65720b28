import type { PlanTaskRefusal } from "#app/domain/plan-tasks/plan-task.ts";
import type { SentencesOf } from "../rejections.ts";

export const planTaskRejections = {
  plan_task_time_missing: () => "Say the day, month, quarter or year of the time you chose.",
  plan_task_time_unreadable: () => "Write 6/2026 for June, or Q1/2026 for the first quarter.",
  plan_task_not_there: () => "This task is no longer there. Reload the page.",
  plan_task_month_not_its_own: () => "That month has not come yet or is not of the task's year.",
  plan_task_evidence_missing: () => "What is 100% done needs a result, a link or a paper.",
  plan_task_keeper_unknown: () => "This person has no role here any more. Choose somebody else.",
} satisfies SentencesOf<PlanTaskRefusal>;
