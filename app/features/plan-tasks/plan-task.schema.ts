import { z } from "zod";
import { TASK_TIME_KINDS } from "#app/domain/plan-tasks/plan-task.ts";
import { dayText, idText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const MOST_UNITS = 30;

/** One unit a line. */
const unitList = noteText({ maximum: 4_000 }).transform((text, context): string[] => {
  const units = [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  if (units.length > MOST_UNITS) return refuse(context, { code: "too_large", maximum: MOST_UNITS });
  if (units.some((unit) => [...unit].length > 160))
    return refuse(context, { code: "too_long", maximum: 160 });
  return units;
});

export const linkText = () =>
  lineText({ minimum: 8, maximum: 500 }).transform((text, context): string => {
    const isAddress = /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
    return isAddress ? text : refuse(context, { code: "not_valid" });
  });

export const taskSchema = z.object({
  id: idText(),
  planId: idText(),
  revision: wholeNumber({ minimum: 0, maximum: 1_000_000 }),
  content: noteText({ minimum: 3, maximum: 500 }),
  timeKind: z.enum(TASK_TIME_KINDS),
  day: dayText().optional(),
  period: lineText({ minimum: 4, maximum: 10 }).optional(),
  year: wholeNumber({ minimum: 2020, maximum: 2100 }).optional(),
  leadUnit: lineText({ minimum: 2, maximum: 160 }),
  coordinatingUnits: unitList.optional(),
  keeperId: idText().optional(),
});

export const reportSchema = z.object({
  id: idText(),
  percent: wholeNumber({ minimum: 0, maximum: 100 }).optional(),
  month: wholeNumber({ minimum: 202_001, maximum: 210_012 }).optional(),
  note: noteText({ minimum: 2, maximum: 1000 }).optional(),
  link: linkText().optional(),
});

export const dropSchema = z.object({ reason: noteText({ minimum: 3, maximum: 300 }) });
export const milestonesSchema = z.object({ planId: idText() });
