export const LOOK_VERDICTS = ["agrees", "differs", "unreachable"] as const;
export type LookVerdict = (typeof LOOK_VERDICTS)[number];

/** What second looks by lot have found of one verifier or one village. */
export interface LookCounts {
  readonly agrees: number;
  readonly differs: number;
  readonly unreachable: number;
}

/** Below this many answers a rate would say more about chance than about people (REQUIREMENTS e.12). */
export const LEAST_LOOKS = 10;
const FULL = 10_000;
/** SCORING.md section 2, row 4: all points at 95 %, none at 80 %, in between in proportion. */
const GOOD_BASIS_POINTS = 9_500;
const POOR_BASIS_POINTS = 8_000;

/** In basis points; null while there are too few: missing is not zero (rule 9). People nobody reached say nothing. */
export function agreementRate({ agrees, differs }: Omit<LookCounts, "unreachable">): number | null {
  const looked = agrees + differs;
  return looked < LEAST_LOOKS ? null : Math.floor((agrees * FULL) / looked);
}

/** Hundredths of a point of the village's quality row, out of `weight`. */
export function qualityPoints(rate: number, weight: number): number {
  const above = Math.min(Math.max(rate - POOR_BASIS_POINTS, 0), GOOD_BASIS_POINTS - POOR_BASIS_POINTS);
  return Math.floor((weight * above) / (GOOD_BASIS_POINTS - POOR_BASIS_POINTS));
}

/**
 * By how much counted people are taken at their word: in full from 95 %, below that by the rate itself, so that what
 * was added to the figures falls out again.
 */
export function trustBasisPoints(rate: number | null): number {
  return rate === null || rate >= GOOD_BASIS_POINTS ? FULL : rate;
}

export function countLooks(verdicts: readonly (LookVerdict | null)[]): LookCounts {
  const of = (verdict: LookVerdict) => verdicts.filter((each) => each === verdict).length;
  return { agrees: of("agrees"), differs: of("differs"), unreachable: of("unreachable") };
}
