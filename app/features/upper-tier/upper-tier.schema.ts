import { z } from "zod";
import { LONGEST_UNIT_NAME } from "#app/domain/upper-tier/upper-unit.ts";
import { dayText, idText, lineText } from "../forms/text.schema.ts";

export const placementForm = z.object({
  province: lineText({ maximum: LONGEST_UNIT_NAME }),
  district: lineText({ maximum: LONGEST_UNIT_NAME }).optional(),
  from: dayText(),
});

export const newReaderForm = z.object({
  account: idText(),
  name: lineText({ minimum: 2, maximum: 120 }),
  username: lineText({ maximum: 40 }).optional(),
});

export const knownReaderForm = z.object({ knownUsername: lineText({ maximum: 40 }) });

export const endReaderForm = z.object({ reader: idText() });

/** The year of an address; null for anything else. */
export function readYear(text: string | null): number | null {
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : null;
}
