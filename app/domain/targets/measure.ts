import type { TargetTest } from "../plan/target.ts";

type ShareTest = Pick<Extract<TargetTest, { kind: "share" }>, "comparator" | "basisPoints">;

const FULL = 10_000;

/** A count of a list. The list is null where nobody knows it: missing is not zero (rule 9). */
export interface Measured {
  readonly part: number;
  readonly whole: number | null;
}

/** B17, B18: passed or not by whole numbers alone; a rounded figure never decides. */
export function passes(test: ShareTest, { part, whole }: Measured): boolean | "no_data" {
  if (whole === null || whole <= 0) return "no_data";
  const difference = BigInt(part) * BigInt(FULL) - BigInt(whole) * BigInt(test.basisPoints);
  return test.comparator === "at_least" ? difference >= 0n : difference > 0n;
}

/** How many more are needed; nought once it passes. */
export function missing(test: ShareTest, measured: Measured): number | null {
  const { part, whole } = measured;
  if (whole === null || whole <= 0) return null;
  const asked = BigInt(whole) * BigInt(test.basisPoints);
  const full = BigInt(FULL);
  const least = test.comparator === "at_least" ? (asked + full - 1n) / full : asked / full + 1n;
  return Math.max(0, Number(least) - part);
}

/** The share in basis points, never rounded up to something it is not. */
export function shareBasisPoints({ part, whole }: Measured): number | null {
  if (whole === null || whole <= 0) return null;
  return Number((BigInt(part) * BigInt(FULL)) / BigInt(whole));
}

/** How much of what is asked is there, at most full. */
export function attainment(test: ShareTest, { part, whole }: Measured): number | null {
  if (whole === null || whole <= 0 || test.basisPoints <= 0) return null;
  const attained = (BigInt(part) * BigInt(FULL) * BigInt(FULL)) / (BigInt(whole) * BigInt(test.basisPoints));
  return attained > BigInt(FULL) ? FULL : Number(attained);
}

/** Of several places together: a place whose list is unknown is left out on both sides, and said to be. */
export function sumMeasured(places: readonly Measured[]): Measured & { readonly unknown: number } {
  const known = places.filter(({ whole }) => whole !== null && whole > 0);
  return {
    part: known.reduce((sum, { part }) => sum + part, 0),
    whole: known.length === 0 ? null : known.reduce((sum, { whole }) => sum + (whole ?? 0), 0),
    unknown: places.length - known.length,
  };
}

/** "84,97" as units 8497 and two decimals, with the sign that says how it stands to what is asked. */
export interface ShownShare {
  readonly units: number;
  readonly decimals: number;
  readonly asked: number;
  readonly sign: "<" | "=" | ">";
}

const MOST_DECIMALS = 12;

/**
 * As many decimals as the truth needs: 8.497 of 10.000 that fails 85 % is shown as 84,97 and never as 85,0, and
 * exactly 85 % that fails "trên 85 %" stands there with its "=".
 */
export function showShare(test: ShareTest, { part, whole }: Measured): ShownShare | null {
  if (whole === null || whole <= 0) return null;
  const difference = BigInt(part) * BigInt(FULL) - BigInt(whole) * BigInt(test.basisPoints);
  const sign = difference < 0n ? "<" : difference > 0n ? ">" : "=";
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals += 1) {
    const units = roundedPercent(part, whole, decimals);
    const asked = (BigInt(test.basisPoints) * 10n ** BigInt(decimals)) / 100n;
    const isExact = (BigInt(test.basisPoints) * 10n ** BigInt(decimals)) % 100n === 0n;
    const shown = units < asked ? "<" : units > asked ? ">" : "=";
    if (isExact && shown === sign) return { units: Number(units), decimals, asked: test.basisPoints, sign };
  }
  // Lists of a commune are far too short to come here; what is cut off never crosses the line.
  return { units: Number(cutPercent(part, whole)), decimals: MOST_DECIMALS, asked: test.basisPoints, sign };
}

function roundedPercent(part: number, whole: number, decimals: number): bigint {
  const scaled = BigInt(part) * 100n * 10n ** BigInt(decimals);
  return (scaled * 2n + BigInt(whole)) / (BigInt(whole) * 2n);
}

function cutPercent(part: number, whole: number): bigint {
  return (BigInt(part) * 100n * 10n ** BigInt(MOST_DECIMALS)) / BigInt(whole);
}
