import { z } from "zod";
import { GROUP_STATUSES } from "#app/domain/zalo/group-name.ts";
import { lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const namingSchema = z.object({
  villageTemplate: lineText({ minimum: 5, maximum: 120 }),
  communeTemplate: lineText({ minimum: 5, maximum: 120 }),
  district: lineText({ maximum: 60 }),
});

export const groupSchema = z.object({
  /** 0 is the commune's own group. */
  place: wholeNumber({ minimum: 0, maximum: 2_147_483_647 }),
  status: z.enum(GROUP_STATUSES),
  name: lineText({ minimum: 2, maximum: 120 }).optional(),
  link: lineText({ minimum: 8, maximum: 200 }).optional(),
});
