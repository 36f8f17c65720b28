import { z } from "zod";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

const teamId = wholeNumber({ minimum: 1, maximum: 2_147_483_647 });
const what = {
  id: idText(),
  content: lineText({ minimum: 3, maximum: 300 }),
  detail: noteText({ minimum: 1, maximum: 2000 }).optional(),
  dueOn: dayText(),
  activityKey: lineText({ minimum: 1, maximum: 60 }).optional(),
  planTaskId: idText().optional(),
};

export const memberOrderSchema = z.object({ ...what, teamId, memberIds: z.array(idText()) });
/** No team chosen is every team. */
export const teamOrderSchema = z.object({
  ...what,
  teamIds: z.array(teamId),
});

export const progressSchema = z.object({
  id: idText(),
  percent: wholeNumber({ minimum: 0, maximum: 100 }),
  note: noteText({ minimum: 1, maximum: 1000 }).optional(),
});
export const timeSchema = z.object({
  id: idText(),
  day: dayText(),
  note: noteText({ minimum: 2, maximum: 1000 }),
});
export const stepSchema = z.object({ id: idText() });
export const withdrawSchema = z.object({ reason: noteText({ minimum: 3, maximum: 300 }) });
