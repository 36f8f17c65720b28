import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const householdRejections = {
  slot_name_too_long: ({ maximum }) =>
    `Write what people call them, in ${maximum} letters at most, for example “Bà Lan”.`,
  slot_name_holds_number: () =>
    "The name holds no numbers. The phone goes into the field beside it; identity numbers go nowhere.",
  slot_digits_too_few: ({ minimum }) => `Write the last ${minimum} digits of the phone, or leave it empty.`,
  no_household_header: () =>
    "No heading was found. One row must say “Chủ hộ” and at least one thing more, such as “Thôn” or “Ngõ, xóm”.",
  no_households: () => "No row lists a household.",
  slot_unknown: () => "This household has nobody in that place. Load the page again and choose.",
  slot_taken: () => "Somebody else wrote a name here. Choose a free place, or add a person.",
  household_code_taken: ({ head }) => `This is the code of the household of ${head}. Choose another.`,
  household_known: ({ householdCode, lane }) =>
    `Household ${householdCode} has the same head${lane ? ` in ${lane}` : ""}. If this is another, tick the box and save again.`,
  household_sent_otherwise: () => "This was already recorded elsewhere. Open the form again.",
  household_ended: ({ until }) => {
    const { day, month, year } = partsOf(until);
    return `This household left the list on ${day}/${month}/${year}.`;
  },
  household_ends_before_it_starts: ({ from }) => {
    const { day, month, year } = partsOf(from);
    return `This household is listed from ${day}/${month}/${year}. Choose that day or a later one.`;
  },
  household_ends_later: () => "Choose today or a day that has passed.",
  household_full: ({ maximum }) => `A household holds ${maximum} people at most.`,
  absence_already_so: () => "This household is already recorded so.",
  absence_own_proposal: () => "You proposed this yourself. Somebody else of the office answers it.",
  absence_not_proposed: () => "This proposal was already answered or withdrawn.",
} satisfies SentencesOf<HouseholdRefusal>;
