import { z } from "zod";
import { CONSENT_PURPOSES, DATA_REQUEST_KINDS } from "#app/domain/people/consent.ts";
import { idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const consentSchema = z.object({
  id: idText(),
  purpose: z.enum(CONSENT_PURPOSES),
  textVersion: wholeNumber({ minimum: 0, maximum: 1_000 }),
});
export const recordedConsentSchema = consentSchema.extend({ channel: z.enum(["paper", "spoken"]) });
export const withdrawSchema = z.object({ purpose: z.enum(CONSENT_PURPOSES) });

export const requestSchema = z.object({
  id: idText(),
  kind: z.enum(DATA_REQUEST_KINDS),
  note: noteText({ maximum: 500 }).optional(),
});
export const recordedRequestSchema = requestSchema.extend({ channel: z.enum(["paper", "spoken"]) });
export const answerSchema = z.object({ id: idText(), answer: noteText({ maximum: 500 }) });

export const revealSchema = z.object({ id: idText(), reason: lineText({ minimum: 3, maximum: 200 }) });
export const eraseSchema = z.object({ fullName: lineText({ maximum: 120 }) });
