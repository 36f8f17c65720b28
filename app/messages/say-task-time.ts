import type { TaskTime } from "#app/domain/plan-tasks/plan-task.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Format } from "./format.ts";

type Words = Pick<Catalogue["planTasks"], "times" | "periods">;

/** "trước 15/6/2024", "trong quý I/2026": as the plan itself says it. */
export function sayTaskTime(time: TaskTime, words: Words, format: Pick<Format, "date">): string {
  switch (time.kind) {
    case "before":
    case "by":
      return words.times[time.kind](format.date(time.day));
    case "within":
      return words.times.within(sayPeriod(time.period, words));
    case "all_year":
      return words.times.all_year(String(time.year));
  }
}

function sayPeriod(key: string, { periods }: Words): string {
  const [year = "", rest] = key.split("-");
  if (rest === undefined) return periods.year(year);
  if (rest.startsWith("Q")) return periods.quarter(rest.slice(1), year);
  return rest.startsWith("H") ? periods.half(rest.slice(1), year) : periods.month(String(Number(rest)), year);
}

/** 202606 as "tháng 6/2026". */
export function sayMonth(month: number, { periods }: Words): string {
  return periods.month(String(month % 100), String(Math.floor(month / 100)));
}
