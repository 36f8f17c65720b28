import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { lastDayInTime } from "#app/domain/reports/reminder.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { useFormat, useMessages } from "../language.tsx";

interface ShownPeriod {
  readonly kind: "month" | "quarter" | "half" | "year" | "range";
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** "Tháng 11/2026", "Quý IV/2026", "Từ 1/3/2026 đến 10/5/2026". */
export function usePeriodName(): (period: ShownPeriod) => string {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  return ({ kind, year, ordinal, from, to, firstDay, lastDay }) => {
    if (kind === "range" || year === null || ordinal === null) {
      const [first, last] = [from ?? firstDay ?? "", to ?? lastDay ?? ""];
      return words.range(format.date(first as LocalDate), format.date(last as LocalDate));
    }
    return kind === "year" ? words.year(year) : words[kind](ordinal, year);
  };
}

/** The last day in time, as it is said: the 19th for "trước ngày 20". */
export function useDueDay(): (lateFrom: number) => string {
  const format = useFormat();
  return (lateFrom) => format.date(lastDayInTime(lateFrom));
}
