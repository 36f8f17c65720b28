import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { parseReportPeriod } from "#app/domain/reports/report-period.ts";
import type { Format } from "./format.ts";
import type { reports } from "./vi/reports.ts";

type PeriodWords = Pick<typeof reports, "month" | "quarter" | "half" | "year" | "range">;

/** "tháng 11/2026", "quý IV/2026", inside a sentence. */
export function sayReportPeriod(key: string, words: PeriodWords, format: Format): string {
  const span = parseReportPeriod(key);
  if (span === null) return key;
  const name =
    span.kind === "range"
      ? words.range(format.date(span.from), format.date(span.to as LocalDate))
      : span.kind === "year"
        ? words.year(span.year)
        : words[span.kind](span.ordinal, span.year);
  return name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
}

/** Which sentence a reminder is. */
export function reminderSentence(step: string): "soon" | "late" | "asked" | "returned" {
  if (step === "asked" || step === "returned") return step;
  return step === "d+1" ? "late" : "soon";
}
