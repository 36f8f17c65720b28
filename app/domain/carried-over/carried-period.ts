import { type LocalDate, partsOf } from "../calendar/local-date.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** "2025" or "2025-10". */
export type CarriedPeriod = string;

export type CarriedPeriodRefusal =
  | { code: "carried_period_unclear" }
  /** From the start on only verified work counts. */
  | { code: "carried_period_after_start"; start: LocalDate };

const EARLIEST_YEAR = 2015;

/** "2025", "năm 2025", "10/2025", "tháng 10/2025", "2025-10", "2025-10-31" as a spreadsheet turns it. */
export function parseCarriedPeriod(text: string): CarriedPeriod | null {
  const bare = foldVietnamese(text).replace(/^(?:nam|thang|ky)\s+/, "");
  const year = /^(\d{4})$/.exec(bare)?.[1];
  if (year) return isYear(year) ? year : null;
  const first = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(bare);
  const last = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(bare);
  const [month, ofYear] = first ? [first[1], first[2]] : [last?.[2], last?.[1]];
  if (!month || !ofYear || !isYear(ofYear) || Number(month) < 1 || Number(month) > 12) return null;
  return `${ofYear}-${month.padStart(2, "0")}`;
}

function isYear(text: string): boolean {
  return Number(text) >= EARLIEST_YEAR && Number(text) <= 2100;
}

/** A month before the one the program began in, or a year up to then: its own year holds what came before. */
export function judgeCarriedPeriod(
  period: CarriedPeriod,
  start: LocalDate,
): Verdict<CarriedPeriod, CarriedPeriodRefusal> {
  const { year, month } = partsOf(start);
  const firstYearAfter = month === 1 ? year : year + 1;
  const isBefore = period.includes("-") ? period < start.slice(0, 7) : Number(period) < firstYearAfter;
  return isBefore ? allowed(period) : refused({ code: "carried_period_after_start", start });
}

/** A year and a month of it would count the same work twice. */
export function overlaps(left: CarriedPeriod, right: CarriedPeriod): boolean {
  return left !== right && (left.startsWith(`${right}-`) || right.startsWith(`${left}-`));
}
