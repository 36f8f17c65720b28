import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

export const LONGEST_UNIT_NAME = 80;

export type UpperTierRefusal =
  | { readonly code: "upper_in_future"; readonly today: LocalDate }
  | { readonly code: "upper_before_current"; readonly from: LocalDate }
  | { readonly code: "upper_reader_unknown" }
  | { readonly code: "upper_reader_already" };

/**
 * From when a commune belongs to another unit, and until when to the one before. The same first day again corrects
 * what was entered; an earlier one would change what was already read.
 */
export function judgePlacement(
  from: LocalDate,
  current: LocalDate | null,
  today: LocalDate,
): Verdict<{ readonly endsCurrentOn: LocalDate | null }, UpperTierRefusal> {
  if (from > today) return refused({ code: "upper_in_future", today });
  if (current !== null && from < current) return refused({ code: "upper_before_current", from: current });
  return allowed({ endsCurrentOn: current === null || from === current ? null : addDays(from, -1) });
}
