import { z } from "zod";
import { LOOK_VERDICTS } from "#app/domain/audits/agreement.ts";
import { CORRECTION_FIELDS } from "#app/domain/verification/correction.ts";
import { idText, noteText } from "#app/features/forms/text.schema.ts";

export const lookSchema = z.object({
  claimId: idText(),
  /** Names the request for a correction, should this look end in one. */
  correctionId: idText(),
  verdict: z.enum(LOOK_VERDICTS),
  field: z.enum(CORRECTION_FIELDS).optional(),
  facts: noteText({ minimum: 3, maximum: 500 }).optional(),
});

export type LookForm = z.output<typeof lookSchema>;
