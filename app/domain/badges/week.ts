import { addDays, type LocalDate, weekdayOf } from "../calendar/local-date.ts";

/** Weeks are named by their Monday. */
export function weekOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** Every week that has a day in the range. */
export function weeksTouched(firstDay: LocalDate, lastDay: LocalDate): LocalDate[] {
  const weeks: LocalDate[] = [];
  for (let week = weekOf(firstDay); week <= lastDay; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/**
 * The weeks of one unbroken run through `week`, oldest first. An excused week without work carries the run on and is
 * not of it; work done in an excused week counts like any other.
 */
export function runThrough(
  week: LocalDate,
  isActive: (week: LocalDate) => boolean,
  isExcused: (week: LocalDate) => boolean,
): LocalDate[] {
  if (!isActive(week) && !isExcused(week)) return [];
  const walk = (days: 7 | -7): LocalDate[] => {
    const found: LocalDate[] = [];
    for (let next = addDays(week, days); ; next = addDays(next, days)) {
      if (isActive(next)) found.push(next);
      else if (!isExcused(next)) return found;
    }
  };
  return [...walk(-7).reverse(), ...(isActive(week) ? [week] : []), ...walk(7)];
}

/** The run that still goes on: nothing is broken before this week is over. */
export function runningWeeks(
  today: LocalDate,
  isActive: (week: LocalDate) => boolean,
  isExcused: (week: LocalDate) => boolean,
): LocalDate[] {
  const thisWeek = weekOf(today);
  if (isActive(thisWeek) || isExcused(thisWeek)) return runThrough(thisWeek, isActive, isExcused);
  return runThrough(addDays(thisWeek, -7), isActive, isExcused);
}
