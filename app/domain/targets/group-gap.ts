import { type Measured, shareBasisPoints } from "./measure.ts";

/** E05, E06: a part of the people, and how it stands to everybody. */
export interface GroupCount extends Measured {
  readonly key: string;
}

export interface GroupGap extends GroupCount {
  readonly share: number | null;
  /** Hundredths of a percentage point above (+) or below (-) the share of all; null where either is unknown. */
  readonly difference: number | null;
}

/** Whoever is counted in a group is counted among all as well: the average holds everybody once. */
export function groupGaps(all: Measured, groups: readonly GroupCount[]): GroupGap[] {
  const average = shareBasisPoints(all);
  return groups.map((group) => {
    const share = shareBasisPoints(group);
    return { ...group, share, difference: share === null || average === null ? null : share - average };
  });
}

/** The gap of a movement: how far the first group stands before the second, in hundredths of a percentage point. */
export function gapBetween(first: Measured, second: Measured): number | null {
  const [one, other] = [shareBasisPoints(first), shareBasisPoints(second)];
  return one === null || other === null ? null : one - other;
}
