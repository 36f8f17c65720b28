import { z } from "zod";
import { VENUE_KINDS } from "#app/domain/venues/venue.ts";
import { idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const venueSchema = z.object({
  id: idText(),
  name: lineText({ minimum: 2, maximum: 120 }),
  kind: z.enum(VENUE_KINDS),
  villageId: wholeNumber({ minimum: 1, maximum: 2_000_000_000 }).optional(),
  note: lineText({ maximum: 200 }).optional(),
});
export const closingSchema = z.object({ id: idText() });
