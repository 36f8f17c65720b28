import { addDays, type LocalDate } from "../calendar/local-date.ts";

/** B12: alerts before and after the day; of a session only before. */
export const REMINDER_STEPS = ["before_14", "before_3", "before_1", "due", "after_1", "after_7"] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

const DAYS: Readonly<Record<"session" | "course", readonly (readonly [ReminderStep, number])[]>> = {
  course: [
    ["before_14", -14],
    ["before_3", -3],
    ["due", 0],
    ["after_1", 1],
    ["after_7", 7],
  ],
  session: [
    ["before_3", -3],
    ["before_1", -1],
  ],
};
/** Later than this after its day nothing is said any more: a course that ended in spring is no news in autumn. */
const LAST_DAY = 30;

/**
 * The step that is due today: the newest that was reached. Steps that passed while the house was down are not made up
 * for one by one.
 */
export function dueStep(
  subject: "session" | "course",
  day: LocalDate,
  today: LocalDate,
): ReminderStep | null {
  if (today > addDays(day, subject === "session" ? -1 : LAST_DAY)) return null;
  const reached = DAYS[subject].filter(([, offset]) => addDays(day, offset) <= today);
  return reached.at(-1)?.[0] ?? null;
}
