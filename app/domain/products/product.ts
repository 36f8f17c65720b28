import type { RateParts } from "../survey/rates.ts";

/** B21: OCOP products of the commune; L16: what farms and households make beside them. */
export const PRODUCT_KINDS = ["ocop", "farm"] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** "Sàn thương mại điện tử". */
export const FLOORS = ["postmart", "voso", "shopee", "lazada", "tiktok", "sendo", "other"] as const;
export type Floor = (typeof FLOORS)[number];

/** Only products of three stars and more are called OCOP. */
export const FEWEST_STARS = 3;
export const MOST_STARS = 5;
export const LONGEST_PRODUCT_NAME = 120;
export const LONGEST_LINK = 300;

export type ProductRefusal =
  | { readonly code: "product_known" }
  | { readonly code: "product_link_missing" }
  | { readonly code: "product_link_not_valid" }
  | { readonly code: "product_stars_of_ocop" }
  | { readonly code: "product_evidence_missing" }
  | { readonly code: "no_product_header" }
  | { readonly code: "products_have_problems"; readonly count: number }
  | { readonly code: "lead_is_led" }
  | { readonly code: "lead_is_same" }
  | { readonly code: "led_already" };

export interface ListingWord {
  readonly floor: Floor;
  readonly isListed: boolean;
  readonly link: string | null;
  /** When it was said: the latest word on a floor holds. */
  readonly at: number;
}

/** Where a product stands today, with the link to it. */
export function floorsOf(
  words: readonly ListingWord[],
): readonly { readonly floor: Floor; readonly link: string }[] {
  return FLOORS.flatMap((floor) => {
    const last = words
      .filter((word) => word.floor === floor)
      .reduce<ListingWord | null>(
        (latest, word) => (latest === null || word.at >= latest.at ? word : latest),
        null,
      );
    return last?.isListed && last.link !== null ? [{ floor, link: last.link }] : [];
  });
}

/** A page of a shop on the web. */
export function isShopLink(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && text.length <= LONGEST_LINK;
}

/** B21: of the products of a kind, how many are on a floor; the register is the whole, nobody in it is unknown. */
export function listedShare(
  products: readonly { readonly kind: ProductKind; readonly floors: readonly unknown[] }[],
  kind: ProductKind,
): RateParts {
  const own = products.filter((product) => product.kind === kind);
  return {
    numerator: own.filter(({ floors }) => floors.length > 0).length,
    denominator: own.length,
    unknown: 0,
  };
}
