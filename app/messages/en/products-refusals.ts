import type { ProductRefusal } from "#app/domain/products/product.ts";
import type { SentencesOf } from "../rejections.ts";

export const productRefusals = {
  product_known: () => "This product of this producer is in the list already.",
  product_link_missing: () => "Give the address of the shop page, so that others can look.",
  product_link_not_valid: () => "The address must begin with https:// and lead to a shop page.",
  product_stars_of_ocop: () => "Only OCOP products have stars. Choose OCOP or leave the stars out.",
  product_evidence_missing: () => "This work is not verified, or of another place. Choose another.",
  no_product_header: () => "No heading “Tên sản phẩm” was found. Copy the headings too and paste again.",
  products_have_problems: ({ count }) => `${count} lines are unclear. Mend them in the table and look again.`,
  lead_is_led: () => "This household leads others or is led itself. Choose another.",
  lead_is_same: () => "Choose two different households.",
  led_already: () => "Another household leads this one already.",
} satisfies SentencesOf<ProductRefusal>;
