import { z } from "zod";
import { type CallNumber, CONTACT_READERS, parseCallNumber } from "#app/domain/contacts/contact.ts";
import { idText, lineText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const callNumber = z
  .string()
  .transform(
    (raw, context): CallNumber =>
      parseCallNumber(raw) ?? refuse(context, { code: "contact_phone_not_valid" }),
  );

export const contactSchema = z.object({
  id: idText(),
  name: lineText({ minimum: 2, maximum: 120 }),
  duty: lineText({ minimum: 2, maximum: 160 }),
  phone: callNumber,
  shownTo: z.enum(CONTACT_READERS),
  position: wholeNumber({ minimum: 1, maximum: 99 }),
});
export const removalSchema = z.object({ id: idText() });
