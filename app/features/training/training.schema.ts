import { z } from "zod";
import { CLASS_AUDIENCES } from "#app/domain/training/class-sheet.ts";
import { INVITED, MOST_REPEATS, MOST_TOPICS, SESSION_MODES } from "#app/domain/training/training-session.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const topicKeys = z
  .array(z.string().regex(/^[a-z0-9-]{2,60}$/))
  .min(1)
  .max(MOST_TOPICS);

/** "19:30", as a time input sends it and as people type it: 19h30. */
function timeText() {
  return z.string().transform((raw, context): number => {
    const match = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/.exec(raw.trim().toLowerCase());
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
    if (!match || hour > 23 || minute > 59) return refuse(context, { code: "not_valid" });
    return hour * 60 + minute;
  });
}

/** An address of the web; nothing else is ever a link of the house. */
export function webAddress() {
  return z.string().transform((raw, context): string => {
    const text = raw.trim();
    if (text.length > 500) return refuse(context, { code: "too_long", maximum: 500 });
    const isAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text);
    return isAddress ? text : refuse(context, { code: "link_not_valid_address" });
  });
}

export const sessionSchema = z.object({
  id: idText(),
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional(),
  title: lineText({ minimum: 3, maximum: 160 }),
  topics: topicKeys,
  organiserId: idText().optional(),
  mode: z.enum(SESSION_MODES),
  place: lineText({ minimum: 2, maximum: 160 }).optional(),
  link: webAddress().optional(),
  heldOn: dayText(),
  startsAt: timeText(),
  minutes: wholeNumber({ minimum: 15, maximum: 720 }),
  isMandatory: checkBox(),
  forRoles: z.array(z.enum(INVITED)).max(INVITED.length).optional().default([]),
  teams: z
    .array(wholeNumber({ minimum: 1, maximum: 2_000_000_000 }))
    .max(500)
    .optional()
    .default([]),
  capacity: wholeNumber({ minimum: 1, maximum: 2_000 }).optional(),
  repeats: wholeNumber({ minimum: 1, maximum: MOST_REPEATS }).optional(),
  everyDays: z.enum(["7", "14", "28"]).optional(),
});

export const cancelSchema = z.object({ why: noteText({ minimum: 3, maximum: 300 }) });

export const rollSchema = z.object({
  present: z.array(idText()).max(2_000).optional().default([]),
  /** Members the list showed: whoever joined it meanwhile is not made absent by it. */
  listed: z.array(idText()).max(2_000).optional().default([]),
});

export const excuseSchema = z.object({ memberId: idText(), reason: noteText({ minimum: 3, maximum: 300 }) });
export const answerExcuseSchema = z.object({ memberId: idText() });

export const checkInSchema = z.object({ sessionId: idText().optional(), code: lineText({ maximum: 12 }) });
export const ownExcuseSchema = z.object({
  sessionId: idText(),
  reason: noteText({ minimum: 3, maximum: 300 }),
});

export const courseSchema = z.object({
  id: idText(),
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional(),
  title: lineText({ minimum: 3, maximum: 160 }),
  provider: lineText({ minimum: 2, maximum: 120 }),
  link: webAddress().optional(),
  topics: topicKeys,
  isMandatory: checkBox(),
  dueOn: dayText().optional(),
});

export const certificateSchema = z.object({
  id: idText(),
  completedOn: dayText(),
  link: webAddress().optional(),
});

export const decisionSchema = z.object({
  id: idText(),
  reason: noteText({ minimum: 3, maximum: 300 }).optional(),
});

export const topicSchema = z.object({
  key: z
    .string()
    .regex(/^own-[a-z0-9-]{1,56}$/)
    .optional(),
  name: lineText({ minimum: 2, maximum: 80 }),
  kinds: z
    .array(z.string().regex(/^[a-z0-9-]{2,60}$/))
    .max(40)
    .optional()
    .default([]),
});

export const classSheetSchema = z.object({
  topics: topicKeys,
  audiences: z.array(z.enum(CLASS_AUDIENCES)).min(1).max(8),
  teacher: lineText({ minimum: 2, maximum: 120 }).optional(),
  learners: wholeNumber({ minimum: 0, maximum: 2_000 }),
  elderly: wholeNumber({ minimum: 0, maximum: 2_000 }).optional(),
  disabled: wholeNumber({ minimum: 0, maximum: 2_000 }).optional(),
  able: wholeNumber({ minimum: 0, maximum: 2_000 }).optional(),
});
