import { z } from "zod";
import { LONGEST_REASON, SHORTEST_REASON } from "#app/domain/access/two-person-act.ts";
import { ROLES_HANDED_OVER } from "#app/domain/accounts/hand-over.ts";
import { dayText, idText, noteText } from "../forms/text.schema.ts";

const reason = noteText({ minimum: SHORTEST_REASON, maximum: LONGEST_REASON });

export const handOverForm = z.object({
  act: idText(),
  role: z.enum(ROLES_HANDED_OVER),
  successor: idText(),
  firstDay: dayText(),
  reason,
});

export const breakGlassForm = z.object({ act: idText(), subject: idText(), reason });

export const decisionForm = z.object({
  intent: z.enum(["approve", "decline"]),
  note: noteText({ maximum: LONGEST_REASON }).optional(),
});
