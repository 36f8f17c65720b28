import { z } from "zod";
import { idText } from "#app/features/forms/text.schema.ts";

/** As many as two sheets of paper for the largest team a plan knows, and room to spare. */
const AT_ONCE = 60;

export const teamSlipsSchema = z.object({ memberId: z.array(idText()).min(1).max(AT_ONCE) });
export const lostPhoneSchema = z.object({ lost: idText() });
