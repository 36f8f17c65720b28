import type { OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import type { SentencesOf } from "../rejections.ts";

export const ownHouseholdRejections = {
  own_household_by_others: () =>
    "Your own household is recorded by somebody else: ask the office or another leader.",
  own_household_shared_with_you: () =>
    "This person is recorded in your household. Ask the office to change it: it decides who verifies whose work.",
  own_household_not_listed: () => "This household is no longer on the list. Choose again from the list.",
} satisfies SentencesOf<OwnHouseholdRefusal>;
