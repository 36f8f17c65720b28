import type { Measured } from "#app/domain/targets/measure.ts";
import type { MonthReading, PlaceReading } from "#app/domain/targets/reading.ts";

/** What one source says, before anybody asks whether it is enough. */
export interface Counted {
  readonly commune: Measured;
  readonly unknown: number;
  readonly villages: readonly PlaceReading[];
  readonly parts: readonly Measured[];
  readonly history: readonly MonthReading[];
}

export interface PlaceName {
  readonly id: number;
  readonly name: string;
}

export const NOTHING_COUNTED: Counted = {
  commune: { part: 0, whole: null },
  unknown: 0,
  villages: [],
  parts: [],
  history: [],
};

/** Sums of a year, month after month, up to a month. */
export function cumulate(
  months: readonly number[],
  counts: readonly { readonly monthId: number | null; readonly count: number }[],
  whole: number | null,
): MonthReading[] {
  return months.map((monthId) => ({
    monthId,
    part: counts.reduce(
      (sum, row) => sum + (row.monthId !== null && row.monthId <= monthId ? row.count : 0),
      0,
    ),
    whole,
  }));
}

export function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
