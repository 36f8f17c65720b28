import type { UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const unitRejections = {
  unit_change_needs_old: ({ minimum, maximum }) =>
    minimum === maximum ? `Choose exactly ${minimum}.` : `Choose ${minimum} to ${maximum} units.`,
  unit_change_needs_new: ({ minimum, maximum }) =>
    minimum === maximum ? "Write one new name." : `Write ${minimum} to ${maximum} names, one per line.`,
  unit_not_standing: () => "A unit no longer stands. Load the page again and choose anew.",
  unit_change_before_start: ({ name, from }) =>
    `${name} exists only since ${dayInFigures(from)}. The change must come after that day.`,
  unit_change_in_future: ({ today }) =>
    `A change is entered once it is in force. Today is ${dayInFigures(today)}; enter it on its day.`,
  unit_change_before_decision: ({ decisionDate }) =>
    `The change cannot come before its decision of ${dayInFigures(decisionDate)}.`,
  unit_decision_malformed: () => "Write the number as on the paper: 12/NQ-HĐND or 318/QĐ-UBND.",
  unit_name_taken: ({ name }) => `“${name}” exists already. Choose another name.`,
  unit_name_unchanged: () => "The new name is the old one.",
  units_of_different_places: () =>
    "Only teams of one place can become one. To merge places, merge the villages first.",
} satisfies SentencesOf<UnitChangeRefusal>;
