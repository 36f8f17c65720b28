import { CronExpressionParser } from "cron-parser";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
const ONE_SECOND_MS = 1000;

/** The latest time of the schedule that has come, `now` itself included. */
export function lastTime(cron: string, now: Date): Date {
  // The parser looks strictly before its date and drops fractions of a second.
  const justAfter = new Date(Math.floor(now.getTime() / ONE_SECOND_MS) * ONE_SECOND_MS + ONE_SECOND_MS);
  return parse(cron, justAfter).prev().toDate();
}

/** The first time of the schedule that is still to come. */
export function nextTime(cron: string, now: Date): Date {
  return parse(cron, now).next().toDate();
}

function parse(cron: string, currentDate: Date) {
  if (cron.trim().split(/\s+/).length !== 5) throw new Error(`"${cron}" is not a cron of five fields`);
  return CronExpressionParser.parse(cron, { currentDate, tz: TIME_ZONE });
}
