/** The months between two, both included, as months are numbered: 202512 is followed by 202601. */
export function monthsBetween(firstMonth: number, lastMonth: number): number[] {
  const months: number[] = [];
  for (let month = firstMonth; month <= lastMonth; month = nextMonth(month)) months.push(month);
  return months;
}

export function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

/**
 * Where coverage begins: with the year, as on the boards; in a span that reaches back over the turn of a year, with the
 * span. Months on trial enter no year (rule 12), so it never begins before the last of them.
 */
export function coverageFrom(firstMonth: number, lastMonth: number, lastTrial: number | null): number {
  const january = Math.floor(lastMonth / 100) * 100 + 1;
  const from = Math.min(firstMonth, january);
  return lastTrial !== null && lastTrial >= from && lastTrial < firstMonth ? nextMonth(lastTrial) : from;
}
