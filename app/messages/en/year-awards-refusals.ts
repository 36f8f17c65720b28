import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const awardRejections = {
  award_form_not_for_recipient: () => "This form is not for the recipient you chose.",
  award_recipient_gone: () => "This recipient is no longer found. Search and choose again.",
  award_theme_missing: () => "Write the name of the movement or theme.",
  award_register_missing: () => "Choose a model or an initiative of the register.",
  award_span_backwards: () => "The last day must follow the first.",
  award_nothing_counts: ({ from }) =>
    `After a discipline only achievements since ${dayInFigures(from)} count.`,
  award_is_held: ({ document }) => `On hold by ${document}, so it cannot be proposed now.`,
  award_achievement_used: ({ name }) =>
    `This achievement stands in another proposal: ${name}. One achievement is rewarded once.`,
  award_kept_out: () => "This village is kept out of this review.",
  award_minutes_missing: () => "Attach the minutes of the team.",
  award_review_not_locked: () => "The review is not locked, so there is no list yet.",
  award_step_too_late: () => "The proposal has changed. Reload the page and look again.",
  award_number_malformed: () => "Write the number like 12/QĐ-UBND.",
  award_date_in_future: ({ today }) => `The decision cannot be dated after today, ${dayInFigures(today)}.`,
  award_nothing_chosen: () => "Choose at least one proposal.",
  award_hold_in_future: ({ today }) => `The day cannot be after today, ${dayInFigures(today)}.`,
  award_hold_cleared_too_early: ({ from }) => `It cannot end before it began, ${dayInFigures(from)}.`,
  award_hold_gone: () => "This hold has been cleared.",
  award_departure_does_not_fit: () =>
    "This does not fit where the village stands now. Reload the page and look again.",
  award_departure_waits: () => "A departure for this village stands already.",
  award_departure_gone: () => "This has been answered.",
  award_departure_is_yours: () => "Who asks cannot agree as well. It takes another person.",
  award_departure_not_yours: () => "Only who asked can take it back.",
} satisfies SentencesOf<AwardRefusal>;
