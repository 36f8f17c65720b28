import { z } from "zod";
import { SHIFT_AT_MOST_TENTHS } from "#app/domain/year-papers/merit-sheet.ts";
import { dayText, idText, lineText, noteText, refuse } from "#app/features/forms/text.schema.ts";

const MOST_BASES = 12;
const LONGEST_BASIS = 400;

/** "2,5" millimetres are 25 tenths; a minus moves the other way. */
function millimetres() {
  return z
    .string()
    .optional()
    .transform((raw, context): number => {
      const text = (raw ?? "0").trim().replace("−", "-");
      if (!/^-?\d{1,3}(?:[.,]\d)?$/.test(text)) return refuse(context, { code: "not_a_number" });
      const tenths = Math.round(Number(text.replace(",", ".")) * 10);
      const most = SHIFT_AT_MOST_TENTHS;
      if (tenths > most) return refuse(context, { code: "too_large", maximum: most / 10 });
      return tenths < -most ? refuse(context, { code: "too_small", minimum: -most / 10 }) : tenths + 0;
    });
}

export const issueSchema = z.object({
  id: idText(),
  number: lineText({ maximum: 60 }).optional(),
  day: dayText().optional(),
});

export const printerSchema = z.object({
  id: idText(),
  shiftRight: millimetres(),
  shiftDown: millimetres(),
  bases: noteText({ maximum: MOST_BASES * LONGEST_BASIS })
    .optional()
    .transform((text) =>
      (text ?? "")
        .split("\n")
        .map((line) => line.trim().replace(/[;.]+$/, ""))
        .filter((line) => line !== "")
        .slice(0, MOST_BASES),
    ),
  removeEmblem: z.literal("yes").optional(),
});
