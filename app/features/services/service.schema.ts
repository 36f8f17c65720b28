import { z } from "zod";
import { SERVICE_KINDS } from "#app/domain/activity/service.ts";
import { checkBox, dayText, idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

const PILLARS = ["government", "economy", "society", "common"] as const;

const facts = {
  name: lineText({ maximum: 120 }),
  kind: z.enum(SERVICE_KINDS),
  pillar: z.enum(PILLARS),
  sector: lineText({ maximum: 80 }).optional(),
  inQuota: checkBox(),
  isProject06: checkBox(),
};

export const newServiceSchema = z.object({ id: idText(), ...facts });

export const serviceSchema = z.object({
  ...facts,
  retiredOn: dayText().optional(),
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }),
});

const key = lineText({ maximum: 60 });
/** Which entry goes before which: said twice, it stands where it stood. */
export const placeSchema = z.object({ moved: key, before: key });
