import type { PersonalDataRefusal } from "#app/domain/people/consent.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const personalDataRejections = {
  not_on_roster: () => "There is no such member.",
  phone_not_kept: () => "No phone number is kept of this person.",
  reveals_spent: ({ maximum }) => `You have seen ${maximum} numbers today. Go on tomorrow.`,
  consent_text_changed: () => "The wording has just changed. Read it again and press once more.",
  consent_screen_is_own: () => "On a screen only the person can agree.",
  erase_yourself_not: () => "Nobody erases himself. Ask somebody else of the office.",
  erase_name_differs: () => "The name typed does not match. Nothing was erased.",
  data_request_open: ({ dueOn }) => `There is such a request already, due ${dayInFigures(dueOn)}.`,
} satisfies SentencesOf<PersonalDataRefusal>;
