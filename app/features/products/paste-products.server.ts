import { makeId } from "#app/domain/ids.ts";
import { makeVillageMatcher } from "#app/domain/people/match-village.ts";
import { LONGEST_PRODUCT_NAME, type ProductRefusal } from "#app/domain/products/product.ts";
import { type ProductRow, readProductSheet } from "#app/domain/products/product-sheet.ts";
import { cleanText } from "#app/domain/text/clean-text.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { mayWithMarket } from "#app/features/market-register/market-places.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findProducts } from "./find-products.server.ts";

export type ProductFate = "new" | "known" | "no_village" | "no_producer" | "not_clean";

export interface PlannedProduct extends ProductRow {
  readonly fate: ProductFate;
  readonly villageId: number | null;
  readonly villageName: string | null;
}

type PasteRefusal = Extract<ProductRefusal, { code: "no_product_header" | "products_have_problems" }>;

/** What a pasted table would do, line by line; nothing is written. */
export function previewProducts(
  caller: Caller,
  text: string,
): Promise<Verdict<readonly PlannedProduct[], PasteRefusal>> {
  const scope = caller.scope("products.preview");
  return caller.platform.db.withCommunes(scope, (tx) => plan(tx, caller, onlyCommune(scope), text));
}

/** Takes the new lines of a table over, or nothing of it; the same table again adds nothing. */
export function applyProducts(
  caller: Caller,
  text: string,
): Promise<Verdict<{ readonly added: number }, PasteRefusal>> {
  return inRoster(caller, "products.paste", async (tx, { communeId, actorId, now }) => {
    await tx.$queryRaw`select id from commune where id = ${communeId} for update`;
    const planned = await plan(tx, caller, communeId, text);
    if (!planned.ok) return planned;
    const bad = planned.value.filter(({ fate }) => fate !== "new" && fate !== "known");
    if (bad.length > 0) return refused({ code: "products_have_problems", count: bad.length });
    const fresh = planned.value.filter(({ fate }) => fate === "new");
    const rows = fresh.map((row) => ({
      ...row,
      id: makeId(now.getTime(), caller.platform.random.bytes(10)),
    }));
    await tx.product.createMany({
      data: rows.map(({ id, villageId, name, producer, kind, stars }) => ({
        communeId,
        id,
        villageId: villageId ?? 0,
        name,
        producer,
        kind,
        stars,
        enteredBy: actorId,
        enteredAt: now,
      })),
    });
    await tx.productListing.createMany({
      data: rows.flatMap(({ id, floor, link }) =>
        floor === null || link === null
          ? []
          : [
              {
                communeId,
                id: makeId(now.getTime(), caller.platform.random.bytes(10)),
                productId: id,
                floor,
                isListed: true,
                link,
                recordedBy: actorId,
                recordedAt: now,
              },
            ],
      ),
    });
    return allowed({ added: fresh.length });
  });
}

async function plan(
  tx: Tx,
  caller: Caller,
  communeId: number,
  text: string,
): Promise<Verdict<readonly PlannedProduct[], PasteRefusal>> {
  const grid = text
    .split(/\r\n|\r|\n/)
    .map((row) => row.split("\t").map((cell) => (cell === "" ? null : cell)));
  const rows = readProductSheet(grid);
  if (rows === null) return refused({ code: "no_product_header" });
  const own = (await findVillages(tx, communeId)).filter(({ id }) =>
    mayWithMarket(caller, "market.keep", id),
  );
  const match = makeVillageMatcher(own);
  const keyOf = (villageId: number, name: string, producer: string) =>
    [villageId, name, producer].join("\n").toLocaleLowerCase("vi");
  const known = new Set(
    (await findProducts(tx, communeId)).map(({ villageId, name, producer }) =>
      keyOf(villageId, name, producer),
    ),
  );
  return allowed(
    rows.map((row): PlannedProduct => {
      const only = own.length === 1 ? own[0] : undefined;
      const matched = row.village === "" ? only : own.find(({ id }) => id === match(row.village));
      const place = { villageId: matched?.id ?? null, villageName: matched?.name ?? null };
      if (![row.name, row.producer].every(isClean)) return { ...row, ...place, fate: "not_clean" };
      if (row.producer.length < 2) return { ...row, ...place, fate: "no_producer" };
      if (!matched) return { ...row, ...place, fate: "no_village" };
      const key = keyOf(matched.id, row.name, row.producer);
      const fate = known.has(key) ? "known" : "new";
      known.add(key);
      return { ...row, ...place, fate };
    }),
  );
}

function isClean(text: string): boolean {
  const rule = {
    minimum: 0,
    maximum: LONGEST_PRODUCT_NAME,
    lines: "one",
    identityNumbers: "refused",
  } as const;
  return cleanText(text, rule).ok;
}
