import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { parsePeriodKey } from "../calendar/period.ts";

export type MilestoneTime =
  /** J14 to J16: "trước 15/6" ends with the 14th. */
  | { readonly kind: "before"; readonly day: LocalDate }
  /** J17, J18: "trong tháng 6", "Quý I": a calendar period, whatever day the plan's own months start on. */
  | { readonly kind: "within"; readonly period: string }
  /** J19, J20: without a day of its own; ticked each month. */
  | { readonly kind: "all_year"; readonly year: number };

export interface Milestone {
  readonly key: string;
  readonly text: string;
  readonly time: MilestoneTime;
  readonly leadUnit: string;
  readonly coordinatingUnits: readonly string[];
}

export function lastDayOfMilestone(time: MilestoneTime): LocalDate | null {
  switch (time.kind) {
    case "before":
      return addDays(time.day, -1);
    case "within":
      return parsePeriodKey(time.period, 1)?.lastDay ?? null;
    case "all_year":
      return parsePeriodKey(String(time.year), 1)?.lastDay ?? null;
  }
}
