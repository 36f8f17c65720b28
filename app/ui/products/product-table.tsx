import { Link } from "@remix-run/react";
import type { Floor, ProductKind } from "#app/domain/products/product.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages, useTerms } from "../language.tsx";
import { PRODUCT_PATHS } from "./paths.ts";

interface ListedProduct {
  readonly id: string;
  readonly name: string;
  readonly producer: string;
  readonly villageName: string;
  readonly kind: ProductKind;
  readonly stars: number | null;
  readonly floors: readonly { readonly floor: Floor }[];
}

export function ProductTable({ caption, products }: { caption: string; products: readonly ListedProduct[] }) {
  const { products: words } = useMessages(productsArea);
  const terms = useTerms();
  const columns: readonly [Column<ListedProduct>, ...Column<ListedProduct>[]] = [
    {
      key: "name",
      header: words.list.name,
      cell: ({ id, name, kind, stars }) => (
        <>
          <Link
            to={PRODUCT_PATHS.one(id)}
            className="inline-flex min-h-12 items-center underline underline-offset-4"
          >
            {name}
          </Link>
          <span className="flex flex-wrap gap-1.5">
            <Pill tone={kind === "ocop" ? "gold" : "neutral"}>
              {words.kinds[kind]}
              {stars === null ? null : ` ${words.stars(stars)}`}
            </Pill>
          </span>
        </>
      ),
    },
    { key: "producer", header: words.list.producer, cell: ({ producer }) => producer },
    { key: "place", header: words.list.place(terms), cell: ({ villageName }) => villageName },
    {
      key: "on",
      header: words.list.on,
      cell: ({ floors }) =>
        floors.length === 0 ? (
          <span className="text-ink-soft">{words.notListed}</span>
        ) : (
          <span className="flex flex-wrap gap-1.5">
            {floors.map(({ floor }) => (
              <Pill key={floor} tone="accent">
                {words.floors[floor]}
              </Pill>
            ))}
          </span>
        ),
    },
  ];
  return (
    <DataTable caption={caption} hidesCaption columns={columns} rows={products} rowKey={({ id }) => id} />
  );
}
