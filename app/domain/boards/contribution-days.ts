import { addDays, compareDates, type LocalDate } from "../calendar/local-date.ts";
import { weekStart } from "./league.ts";

export interface ContributionDay {
  readonly day: LocalDate;
  readonly claims: number;
  readonly points: number;
  /** 0 nothing, 1 to 4 by quarters of one's own best day: nobody is measured by somebody else's. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Whole weeks from Monday to Sunday, the week of `today` last; days to come are left out. */
export function contributionWeeks(
  days: readonly Omit<ContributionDay, "level">[],
  today: LocalDate,
  weeks: number,
): ContributionDay[][] {
  const known = new Map(days.map((each) => [each.day, each]));
  const best = Math.max(0, ...days.map(({ points }) => points));
  const first = addDays(weekStart(today), -7 * (weeks - 1));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday): ContributionDay => {
      const day = addDays(first, week * 7 + weekday);
      const { claims, points } = known.get(day) ?? { claims: 0, points: 0 };
      return { day, claims, points, level: levelOf(points, claims, best) };
    }).filter(({ day }) => compareDates(day, today) <= 0),
  );
}

function levelOf(points: number, claims: number, best: number): ContributionDay["level"] {
  if (claims === 0 && points <= 0) return 0;
  if (best <= 0 || points <= 0) return 1;
  return Math.min(4, Math.max(1, Math.ceil((points * 4) / best))) as ContributionDay["level"];
}
