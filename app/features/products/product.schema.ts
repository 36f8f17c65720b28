import { z } from "zod";
import {
  FEWEST_STARS,
  FLOORS,
  LONGEST_LINK,
  LONGEST_PRODUCT_NAME,
  MOST_STARS,
  PRODUCT_KINDS,
} from "#app/domain/products/product.ts";
import { idText, lineText, pastedText, wholeNumber } from "#app/features/forms/text.schema.ts";

const name = lineText({ minimum: 2, maximum: LONGEST_PRODUCT_NAME });

export const productSchema = z.object({
  id: idText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  name,
  producer: name,
  kind: z.enum(PRODUCT_KINDS),
  stars: wholeNumber({ minimum: FEWEST_STARS, maximum: MOST_STARS }).optional(),
});

export const listingSchema = z.object({
  id: idText(),
  floor: z.enum(FLOORS),
  answer: z.enum(["listed", "removed"]),
  link: lineText({ minimum: 8, maximum: LONGEST_LINK }).optional(),
  claimId: idText().optional(),
});

const LARGEST_PASTE = 200_000;
export const pasteSchema = z.object({ text: pastedText({ maximum: LARGEST_PASTE }) });

export const leadSchema = z.object({ householdId: idText() });
export const linkSchema = z.object({ id: idText(), leadId: idText(), ledId: idText() });
