import type { MonthRefusal } from "#app/domain/months/objection.ts";
import { dayInFiguresAt } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const monthRejections = {
  appeals_not_open: ({ opensAt }) =>
    `Too early to object. Figures stand from ${dayInFiguresAt(opensAt)}; send it then.`,
  appeals_over: ({ until }) =>
    `Objections ended on ${dayInFiguresAt(until - 1)}. Talk to the office if something is wrong.`,
  appeal_waits_already: () => "You already sent an objection about this. Wait for the office's answer.",
  appeal_sent_otherwise: () =>
    "This was already recorded with other words. Load the page again and write anew.",
  appeal_claim_not_there: () => "This work is not of this month or not of your team. Choose another.",
  appeal_answered: () => "This objection was answered. Load the page again to see it.",
  appeal_own: () => "You sent this objection. Somebody else of the office answers it.",
  exception_month_runs: () => "The figures of this month do not stand yet. Use an everyday correction.",
  exception_claim_not_there: () => "This work does not count in this month. Choose another.",
  exception_waits_already: () => "Another exception for this work waits for the second person.",
  exception_sent_otherwise: () =>
    "This was already recorded with other words. Load the page again and write anew.",
  exception_answered: () => "This was decided. Load the page again to see it.",
  exception_own: () => "You asked for this. Somebody else has to decide.",
} satisfies SentencesOf<MonthRefusal>;
