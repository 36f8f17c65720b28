import type { MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const mergerRejections = {
  merger_with_itself: () => "That is your own commune's number. Write the number of the one that goes over.",
  merger_commune_unknown: () => "No commune has this number. Ask its office again.",
  merger_commune_not_set_up: () => "That commune is not set up yet: there is nothing to merge.",
  merger_receiver_not_set_up: () => "Finish setting up your own commune first.",
  merger_already_agreed: ({ day }) => `That commune goes over elsewhere from ${dayInFigures(day)}.`,
  merger_receiver_ended: ({ day }) =>
    `The receiving commune was itself merged from ${dayInFigures(day)} and takes nobody in.`,
  merger_in_the_past: ({ today }) =>
    `Choose today, ${dayInFigures(today)}, or later: what was logged before belongs to the old commune.`,
  merger_too_far_ahead: ({ latest }) => `Choose a day no later than ${dayInFigures(latest)}.`,
  merger_before_decision: ({ decisionDate }) =>
    `It cannot hold before the day of the decision, ${dayInFigures(decisionDate)}.`,
  merger_decision_malformed: () => "Write the number as on paper: 12/NQ-HĐND or 318/QĐ-UBND.",
  merger_asker_left: () => "Whoever asked no longer holds the new commune's office. Have it asked again.",
} satisfies SentencesOf<MergerRefusal>;
