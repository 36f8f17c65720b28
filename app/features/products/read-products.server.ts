import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { listedShare } from "#app/domain/products/product.ts";
import type { RateParts } from "#app/domain/survey/rates.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { mayWithMarket } from "#app/features/market-register/market-places.server.ts";
import { type FoundProduct, findProducts } from "./find-products.server.ts";

export interface ProductBoard {
  readonly products: readonly FoundProduct[];
  readonly ocop: RateParts;
  readonly farm: RateParts;
  /** Where the reader may enter some. */
  readonly villages: readonly { readonly id: number; readonly name: string }[];
}

/** The register of the villages within reach. */
export function readProducts(caller: Caller): Promise<ProductBoard> {
  const scope = caller.scope("products.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const products = (await findProducts(tx, communeId)).filter(({ villageId }) =>
      mayWithMarket(caller, "market.read", villageId),
    );
    const villages = (await findVillages(tx, communeId)).filter(({ id }) =>
      mayWithMarket(caller, "market.keep", id),
    );
    return {
      products,
      ocop: listedShare(products, "ocop"),
      farm: listedShare(products, "farm"),
      villages: villages.map(({ id, name }) => ({ id, name })),
    };
  });
}

export interface ProductView extends FoundProduct {
  readonly mayKeep: boolean;
  /** Verified work of the village that may have brought it to a floor, newest first. */
  readonly claims: readonly { readonly id: string; readonly day: LocalDate; readonly memberName: string }[];
}

const SHOWN_CLAIMS = 40;

export function readProduct(caller: Caller, id: string): Promise<ProductView | null> {
  const scope = caller.scope("products.read-one");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [product] = await findProducts(tx, communeId, { id });
    if (!product || !mayWithMarket(caller, "market.read", product.villageId)) return null;
    const mayKeep = mayWithMarket(caller, "market.keep", product.villageId);
    const claims = await tx.$queryRaw<ProductView["claims"][number][]>`
      select c.id, c.work_date::text as day, m.full_name as "memberName"
        from claim c join member m on m.commune_id = c.commune_id and m.id = c.member_id
       where c.commune_id = ${communeId} and c.village_id = ${product.villageId} and c.state = 'verified'
         and c.activity_key in ('product-online', 'online-shop-step')
       order by c.work_date desc, c.id desc limit ${SHOWN_CLAIMS}`;
    return { ...product, mayKeep, claims: mayKeep ? claims : [] };
  });
}
