import type { LocalDate } from "../calendar/local-date.ts";
import { elapsed, type Span } from "./progress.ts";

export interface MonthPace {
  /** Days that are left, today among them. */
  readonly daysLeft: number;
  /** Where the month would end, going on as it went; null in its first days. */
  readonly projected: number | null;
  /** B14: going on like this, the month falls short. */
  readonly isShort: boolean;
}

const LEAST_DAYS = 5;

/** B14: how a month's count of people stands against its days. */
export function monthPace(done: number, target: number | null, month: Span, today: LocalDate): MonthPace {
  const { done: days, all } = elapsed(month, today);
  const projected = days < LEAST_DAYS ? null : Math.floor((done * all) / days);
  const isShort = target !== null && done < target && projected !== null && projected < target;
  return {
    daysLeft: Math.max(0, all - days + (days > 0 && today <= month.lastDay ? 1 : 0)),
    projected,
    isShort,
  };
}
