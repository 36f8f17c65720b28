import { z } from "zod";
import { STORY_CHANNELS, STORY_FIELDS, STORY_KINDS } from "#app/domain/stories/story.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

const id = idText();
const reason = noteText({ minimum: 3, maximum: 500 });

export const storySchema = z.object({
  id,
  /** The version the writer had before their eyes; none for a new story. */
  version: wholeNumber({ minimum: 1, maximum: 10_000 }).optional(),
  kind: z.enum(STORY_KINDS),
  field: z.enum(STORY_FIELDS),
  movement: lineText({ maximum: 160 }).optional(),
  title: lineText({ minimum: 5, maximum: 120 }),
  body: noteText({ minimum: 40, maximum: 6_000 }),
  videoLink: lineText({ minimum: 8, maximum: 300 }).optional(),
  people: noteText({ maximum: 2_000 }).optional(),
  /** Photos that stay. */
  kept: z.array(idText()).max(8).optional(),
});

export const submitSchema = z.object({ id, version: wholeNumber({ minimum: 1, maximum: 10_000 }) });
export const reasonedSchema = z.object({
  id,
  version: wholeNumber({ minimum: 1, maximum: 10_000 }),
  reason,
});

export const consentSchema = z.object({
  personId: idText(),
  askedBy: lineText({ minimum: 2, maximum: 80 }),
  askedOn: dayText(),
});

export const linkSchema = z.object({
  id,
  channel: z.enum(STORY_CHANNELS),
  link: lineText({ minimum: 8, maximum: 300 }).optional(),
  publishedOn: dayText(),
});

export const adoptionSchema = z.object({
  id,
  teamId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  promise: noteText({ minimum: 3, maximum: 500 }),
  dueOn: dayText(),
});

export const resultSchema = z.object({
  adoptionId: idText(),
  result: noteText({ minimum: 3, maximum: 500 }),
});
