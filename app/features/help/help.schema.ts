import { z } from "zod";
import { HELP_NEEDS, HELP_TIMES } from "#app/domain/help/help-request.ts";
import { type Phone, parsePhone } from "#app/domain/people/phone.ts";
import {
  checkBox,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const phone = z
  .string()
  .transform((raw, context): Phone => parsePhone(raw) ?? refuse(context, { code: "help_phone_not_valid" }));

export const askSchema = z.object({
  id: idText(),
  needs: z.array(z.enum(HELP_NEEDS)).min(1),
  times: z.array(z.enum(HELP_TIMES)).optional(),
  name: lineText({ minimum: 2, maximum: 60 }),
  phone,
  words: noteText({ minimum: 1, maximum: 300 }).optional(),
  consent: checkBox(),
});

export const renewSchema = z.object({
  id: idText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  sure: checkBox(),
});
