import type { Id } from "#app/domain/ids.ts";
import {
  type Floor,
  isShopLink,
  type ProductKind,
  type ProductRefusal,
} from "#app/domain/products/product.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { mayWithMarket } from "#app/features/market-register/market-places.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findProducts } from "./find-products.server.ts";

type NotPermitted = { readonly code: "not_permitted" };

export interface ProductWish {
  /** Made before it is sent: sending twice is one product. */
  readonly id: Id;
  readonly villageId: number;
  readonly name: string;
  readonly producer: string;
  readonly kind: ProductKind;
  readonly stars: number | null;
}

export function addProduct(
  caller: Caller,
  { id, villageId, name, producer, kind, stars }: ProductWish,
): Promise<
  Verdict<null, Extract<ProductRefusal, { code: "product_known" | "product_stars_of_ocop" }> | NotPermitted>
> {
  return inRoster(caller, "products.add", async (tx, { communeId, actorId, now }) => {
    if (!mayWithMarket(caller, "market.keep", villageId)) return refused({ code: "not_permitted" });
    if (kind === "farm" && stars !== null) return refused({ code: "product_stars_of_ocop" });
    const [village] = await tx.$queryRaw<{ id: number }[]>`
      select id from village where commune_id = ${communeId} and id = ${villageId} and valid_to is null for update`;
    if (!village) return refused({ code: "not_permitted" });
    const products = await findProducts(tx, communeId);
    if (products.some((product) => product.id === id)) return allowed(null);
    const fold = (text: string) => text.toLocaleLowerCase("vi");
    const isKnown = products.some(
      (product) =>
        product.villageId === villageId &&
        fold(product.name) === fold(name) &&
        fold(product.producer) === fold(producer),
    );
    if (isKnown) return refused({ code: "product_known" });
    await tx.product.createMany({
      data: [{ communeId, id, villageId, name, producer, kind, stars, enteredBy: actorId, enteredAt: now }],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

export interface ListingWish {
  readonly id: Id;
  readonly productId: string;
  readonly floor: Floor;
  readonly isListed: boolean;
  readonly link: string | null;
  /** Verified work of the village that brought it there. */
  readonly claimId: string | null;
}

type ListingRefusal = Extract<
  ProductRefusal,
  { code: "product_link_missing" | "product_link_not_valid" | "product_evidence_missing" }
>;

/** One word on one floor; that a product stands there is shown by the link. */
export function recordListing(
  caller: Caller,
  { id, productId, floor, isListed, link, claimId }: ListingWish,
): Promise<Verdict<null, ListingRefusal | NotPermitted>> {
  return inRoster(caller, "products.record-listing", async (tx, { communeId, actorId, now }) => {
    const [product] = await findProducts(tx, communeId, { id: productId });
    if (!product || !mayWithMarket(caller, "market.keep", product.villageId))
      return refused({ code: "not_permitted" });
    if (isListed && link === null) return refused({ code: "product_link_missing" });
    if (link !== null && !isShopLink(link)) return refused({ code: "product_link_not_valid" });
    if (claimId !== null) {
      const where = { communeId, id: claimId, state: "verified", villageId: product.villageId };
      if ((await tx.claim.count({ where })) === 0) return refused({ code: "product_evidence_missing" });
    }
    await tx.productListing.createMany({
      data: [
        { communeId, id, productId, floor, isListed, link, claimId, recordedBy: actorId, recordedAt: now },
      ],
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

/** It is made no more; what was said of it stays. */
export function closeProduct(caller: Caller, productId: string): Promise<Verdict<null, NotPermitted>> {
  return inRoster(caller, "products.close", async (tx, { communeId, today }) => {
    const [product] = await findProducts(tx, communeId, { id: productId });
    if (!product || !mayWithMarket(caller, "market.keep", product.villageId))
      return refused({ code: "not_permitted" });
    await tx.product.updateMany({
      where: { communeId, id: productId, closedOn: null },
      data: { closedOn: toDatabaseDay(today) },
    });
    return allowed(null);
  });
}
