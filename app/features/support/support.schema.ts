import { z } from "zod";
import { parseCallNumber } from "#app/domain/contacts/contact.ts";
import { CONTRIBUTION_KINDS, PARTNER_KINDS } from "#app/domain/support/support.ts";
import { dayText, idText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const id = idText();
const MOST_DONG = 10_000_000_000;

/** "1.500.000" and "1500000" are one amount. */
function dong(maximum: number) {
  return z
    .string()
    .transform((raw) => raw.replace(/[.\s]|đồng|đ$/gi, ""))
    .pipe(wholeNumber({ minimum: 0, maximum }));
}

export const partnerSchema = z.object({
  id,
  kind: z.enum(PARTNER_KINDS),
  name: lineText({ minimum: 2, maximum: 120 }),
  contactName: lineText({ minimum: 2, maximum: 120 }).optional(),
  contactPhone: z
    .string()
    .transform((raw, context) => parseCallNumber(raw) ?? refuse(context, { code: "contact_phone_not_valid" }))
    .optional(),
});

export const perkSchema = z.object({
  id,
  partnerId: idText(),
  title: lineText({ minimum: 3, maximum: 120 }),
  details: noteText({ minimum: 3, maximum: 600 }),
  badgeKey: lineText({ maximum: 60 }).optional(),
  startsOn: dayText(),
  endsOn: dayText().optional(),
});

export const equipmentSchema = z.object({
  id,
  partnerId: idText().optional(),
  name: lineText({ minimum: 2, maximum: 120 }),
  quantity: wholeNumber({ minimum: 1, maximum: 10_000 }),
  place: lineText({ minimum: 2, maximum: 160 }),
  lentTeamId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }).optional(),
});

export const contributionSchema = z.object({
  id,
  partnerId: idText().optional(),
  source: lineText({ minimum: 2, maximum: 160 }).optional(),
  kind: z.enum(CONTRIBUTION_KINDS),
  what: lineText({ minimum: 3, maximum: 300 }),
  valueDong: dong(1_000_000_000_000),
  receivedOn: dayText(),
  document: lineText({ maximum: 120 }).optional(),
});

export const strikeSchema = z.object({ lineId: idText(), reason: lineText({ minimum: 3, maximum: 300 }) });

export const costSchema = z.object({
  id,
  event: lineText({ minimum: 3, maximum: 160 }),
  plannedOn: dayText(),
  partnerId: idText().optional(),
  item: lineText({ minimum: 2, maximum: 160 }),
  quantity: wholeNumber({ minimum: 1, maximum: 100_000 }),
  priceDong: dong(MOST_DONG),
});

export const decisionSchema = z.object({
  lineId: idText(),
  reason: lineText({ minimum: 3, maximum: 300 }),
});
