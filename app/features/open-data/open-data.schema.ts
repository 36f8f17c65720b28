import { z } from "zod";
import { wholeNumber } from "../forms/text.schema.ts";

export const openDataForm = z.object({
  intent: z.enum(["open", "close"]),
  revision: wholeNumber({ minimum: 0, maximum: 2_000_000_000 }),
});
