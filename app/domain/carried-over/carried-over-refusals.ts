import type { CarriedPeriodRefusal } from "./carried-period.ts";

/** Why a figure from before the program is not taken. */
export type CarriedOverRefusal =
  | CarriedPeriodRefusal
  | { code: "carried_not_a_figure"; maximum: number }
  | { code: "carried_counted_twice"; period: string; village: string }
  | { code: "carried_table_has_problems"; count: number }
  | { code: "no_figure_header" }
  | { code: "no_figures" };
