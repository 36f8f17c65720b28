import type { OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import type { SentencesOf } from "../rejections.ts";
import { memberHousehold } from "./member-household.ts";

const { locked } = memberHousehold;

export const ownHouseholdRejections = {
  own_household_by_others: () => locked.own_household_by_others,
  own_household_shared_with_you: () => locked.own_household_shared_with_you,
  own_household_not_listed: () => locked.own_household_not_listed,
} satisfies SentencesOf<OwnHouseholdRefusal>;
