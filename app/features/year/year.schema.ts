import { z } from "zod";
import { REVIEW_KINDS } from "#app/domain/year/review-result.ts";
import {
  checkBox,
  idText,
  lineText,
  noteText,
  refuse,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";
import { REVIEW_RATES, type ReviewRateKey } from "./find-change-facts.server.ts";

const ANY_ID = 2_147_483_647;
const documentLine = () => lineText({ minimum: 3, maximum: 300 });
const monthNumber = () => wholeNumber({ minimum: 200001, maximum: 209912 });

/** "2,5" or "2.5" in hundredths; empty is null. */
function hundredths(code: "review_points_malformed" | "review_share_malformed", least: number) {
  return z
    .string()
    .optional()
    .transform((raw, context): number | null => {
      const text = (raw ?? "").trim().replace(",", ".");
      if (text === "") return null;
      if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return refuse(context, { code });
      const [whole = "0", part = ""] = text.split(".");
      const value = Number(whole) * 100 + Number(part.padEnd(2, "0"));
      return value < least || value > 10_000 ? refuse(context, { code }) : value;
    });
}

export const openForm = z.object({
  id: idText(),
  kind: z.enum(REVIEW_KINDS),
  title: lineText({ minimum: 3, maximum: 160 }),
  firstMonth: monthNumber(),
  lastMonth: monthNumber(),
  sheetVersion: wholeNumber({ minimum: 1, maximum: ANY_ID }),
});

export const markForm = z.object({
  criterionKey: lineText({ maximum: 80 }),
  points: hundredths("review_points_malformed", 0),
  document: documentLine(),
});

export const exclusionForm = z.object({
  reason: noteText({ minimum: 3, maximum: 500 }),
  document: documentLine(),
});

export const rateForm = z.object({
  key: z.enum(Object.keys(REVIEW_RATES) as [ReviewRateKey, ...ReviewRateKey[]]),
  asked: hundredths("review_share_malformed", 1),
  document: documentLine(),
});

export const lockForm = z.object({ isSure: checkBox() });

/** The number of a village in an address; null for anything else. */
export function readVillageId(text: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : null;
}
