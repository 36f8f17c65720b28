import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type Floor,
  floorsOf,
  type ListingWord,
  listedShare,
  type ProductKind,
} from "#app/domain/products/product.ts";
import type { RateParts } from "#app/domain/survey/rates.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface ListingView extends ListingWord {
  readonly id: string;
  readonly by: string;
  readonly claimId: string | null;
  /** Who helped, by the verified record. */
  readonly helperName: string | null;
}

export interface FoundProduct {
  readonly id: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly name: string;
  readonly producer: string;
  readonly kind: ProductKind;
  readonly stars: number | null;
  readonly floors: readonly { readonly floor: Floor; readonly link: string }[];
  readonly listings: readonly ListingView[];
}

interface Wish {
  readonly id?: string;
  /** As the register stood at the end of this day. */
  readonly on?: LocalDate;
}

/** B21, L16: products that are made today, with every word on their floors. */
export async function findProducts(
  tx: Tx,
  communeId: number,
  { id, on }: Wish = {},
): Promise<FoundProduct[]> {
  const rows = await tx.$queryRaw<Omit<FoundProduct, "floors">[]>`
    select p.id, p.village_id as "villageId", v.name as "villageName", p.name, p.producer, p.kind, p.stars::int as stars,
           coalesce((select json_agg(json_build_object(
                              'id', l.id, 'floor', l.floor, 'isListed', l.is_listed, 'link', l.link,
                              'at', extract(epoch from l.recorded_at) * 1000, 'by', a.display_name,
                              'claimId', l.claim_id, 'helperName', m.full_name) order by l.recorded_at, l.id)
              from product_listing l
              join account a on a.id = l.recorded_by
              left join claim c on c.commune_id = l.commune_id and c.id = l.claim_id
              left join member m on m.commune_id = c.commune_id and m.id = c.member_id
             where l.commune_id = p.commune_id and l.product_id = p.id
               and (${on ?? null}::date is null
                    or (l.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${on ?? null}::date)), '[]') as listings
      from product p join village v on v.commune_id = p.commune_id and v.id = p.village_id
     where p.commune_id = ${communeId} and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
       and (case when ${on ?? null}::date is null then p.closed_on is null
                 else (p.closed_on is null or p.closed_on > ${on ?? null}::date)
                      and (p.entered_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${on ?? null}::date end)
     order by p.kind desc, v.sort_key, lower(p.name), p.id`;
  return rows.map((row) => ({ ...row, floors: floorsOf(row.listings) }));
}

/** For targets: of the products of a kind, those on a floor at the end of the day, by village. */
export async function readListedShares(
  tx: Tx,
  communeId: number,
  on: LocalDate,
  kind: ProductKind,
): Promise<ReadonlyMap<number, RateParts>> {
  const byVillage = new Map<number, FoundProduct[]>();
  for (const product of await findProducts(tx, communeId, { on }))
    byVillage.set(product.villageId, [...(byVillage.get(product.villageId) ?? []), product]);
  return new Map([...byVillage].map(([villageId, products]) => [villageId, listedShare(products, kind)]));
}
