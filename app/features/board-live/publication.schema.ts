import { z } from "zod";
import { idText, lineText, wholeNumber } from "../forms/text.schema.ts";

export const publicationForm = z.object({
  intent: z.enum(["open", "close"]),
  revision: wholeNumber({ minimum: 0, maximum: 2_000_000_000 }),
});

export const newTvForm = z.object({ id: idText(), label: lineText({ maximum: 80 }) });

export const revokeTvForm = z.object({ tv: idText() });
