/** One village's list on one day. */
export interface HouseholdCounts {
  readonly households: number;
  readonly adults: number;
  /** Confirmed by the office; proposals change nothing. */
  readonly longAbsent: number;
}

/** More may be listed as away; they stay in the denominator, so that an empty village cannot be made by a list. */
export const MOST_ABSENT_PERCENT = 15;

/** B13: how many households 80 % are taken of. */
export function coverageDenominator({ households, longAbsent }: HouseholdCounts): number {
  return households - Math.min(longAbsent, Math.floor((households * MOST_ABSENT_PERCENT) / 100));
}
