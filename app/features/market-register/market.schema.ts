import { z } from "zod";
import { FOUR_T, MARKET_KINDS, MODEL_STATES } from "#app/domain/titles/market.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

const villageId = wholeNumber({ minimum: 1, maximum: 2_147_483_647 });

export const placeSchema = z.object({
  id: idText(),
  villageId,
  kind: z.enum(MARKET_KINDS),
  name: lineText({ minimum: 2, maximum: 80 }),
});

export const proofSchema = z.object({
  id: idText(),
  item: z.enum(FOUR_T),
  answer: z.enum(["yes", "no"]),
  claimId: idText().optional(),
});

export const modelSchema = z.object({
  id: idText(),
  villageId,
  name: lineText({ minimum: 2, maximum: 120 }),
  startedOn: dayText(),
  state: z.enum(MODEL_STATES),
  evidence: noteText({ minimum: 3, maximum: 500 }).optional(),
  isExample: checkBox(),
});
