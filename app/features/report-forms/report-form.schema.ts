import { z } from "zod";
import { COMMUNE_METRICS, VILLAGE_METRICS } from "#app/domain/report-forms/form-metric.ts";
import { idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

const revision = wholeNumber({ minimum: 1, maximum: 2_000_000_000 });

export const newFormSchema = z.object({ id: idText(), name: lineText({ minimum: 2, maximum: 160 }) });
export const mapSchema = z.object({
  sheet: wholeNumber({ minimum: 1, maximum: 40 }),
  cell: lineText({ minimum: 2, maximum: 12 }),
  spread: z.enum(["commune", "villages"]),
  metric: z.enum([...new Set([...COMMUNE_METRICS, ...VILLAGE_METRICS])]),
  revision,
});
export const unmapSchema = z.object({ at: wholeNumber({ minimum: 1, maximum: 300 }), revision });
export const replaceSchema = z.object({ revision });
export const removeSchema = z.object({ sure: z.literal("yes") });
