import { z } from "zod";

export const thanksSchema = z.object({
  claimId: z.uuid(),
  intent: z.enum(["give", "withdraw"]),
  back: z.string().max(500).optional(),
});

export const preferenceSchema = z.object({
  isHidden: z.literal("yes").optional(),
  isShortName: z.literal("yes").optional(),
});
