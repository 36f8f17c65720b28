import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { frameMonth, type MonthFrame } from "#app/domain/months/month.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import type { NationWish } from "./nation-size.ts";

/** The plan's months up to the one that holds today. */
export function nationMonths({ months }: NationWish, today: LocalDate): MonthFrame[] {
  const { cutoff } = PRESETS["dai-son-2026"].report;
  const frames: MonthFrame[] = [];
  for (let day = today; frames.length < months; day = addDays(frames[0]?.firstDay ?? day, -1))
    frames.unshift(frameMonth(cutoff, day));
  return frames;
}
