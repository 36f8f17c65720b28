import type { OrderRefusal } from "#app/domain/orders/order.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const orderRejections = {
  order_due_in_past: ({ today }) => `Choose today (${dayInFigures(today)}) or a later day.`,
  order_nobody_chosen: () => "Choose at least one.",
  order_not_there: () => "This is no longer there. Reload the page.",
  order_task_not_there: () => "This task is no longer in the plan. Choose another.",
  order_taken_back: () => "This was taken back.",
  order_done_already: () => "This is done.",
  order_time_not_later: ({ dueOn }) => `Choose a day after the present one (${dayInFigures(dueOn)}).`,
  order_time_not_asked: () => "Nobody asks for more time any more.",
  order_reminded_lately: () => "They were reminded today. Remind them again tomorrow.",
} satisfies SentencesOf<OrderRefusal>;
