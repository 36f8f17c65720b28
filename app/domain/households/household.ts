import { makeSortKey } from "../text/sort-key.ts";

export const LONGEST_HOUSEHOLD_CODE = 20;
export const LONGEST_LANE = 80;
export const LONGEST_HEAD_LABEL = 80;
export const MOST_ADULTS = 40;
/** A number in this household; a slot is never given to somebody else. */
export const MOST_SLOTS = 40;

/** Reasons why a visit here weighs more, shown to whoever plans the walk; only their counts leave the village. */
export const PRIORITIES = ["elderly", "disabled", "minority", "poor", "remote"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What a household is, as the list of its village says. */
export interface HouseholdFacts {
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly priorities: readonly Priority[];
}

/** As people walk: lane by lane, and 2 before 10; households without a lane come last. */
export function inWalkingOrder<Household extends { readonly code: string; readonly lane: string | null }>(
  households: readonly Household[],
): Household[] {
  return households
    .map((household) => ({ household, key: walkingKey(household) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ household }) => household);
}

function walkingKey({ code, lane }: { readonly code: string; readonly lane: string | null }): string {
  return `${lane === null ? "1" : `0${makeSortKey(lane)}`}\n${makeSortKey(code)}`;
}
