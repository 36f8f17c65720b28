import { findHeading, type Grid, type Headings } from "../people/sheet-heading.ts";
import { frameOfRow, textOf } from "../people/sheet-rows.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { FLOORS, type Floor, isShopLink, type ProductKind } from "./product.ts";

type Field = "name" | "producer" | "village" | "kind" | "stars" | "floor" | "link";

const HEADINGS: Headings<Field> = [
  ["name", ["ten san pham", "san pham"]],
  ["producer", ["chu the", "co so", "ho san xuat", "nha san xuat", "chu ho", "don vi san xuat"]],
  ["village", ["thon", "khu pho", "to dan pho", "ban", "xom", "dia chi"]],
  ["kind", ["loai", "nhom"]],
  ["stars", ["so sao", "hang sao", "sao", "hang"]],
  ["floor", ["san", "san tmdt", "san thuong mai dien tu"]],
  ["link", ["duong dan", "link", "lien ket", "dia chi ban hang"]],
];

export interface ProductRow {
  readonly line: number;
  readonly name: string;
  readonly producer: string;
  readonly village: string;
  readonly kind: ProductKind;
  readonly stars: number | null;
  readonly floor: Floor | null;
  readonly link: string | null;
}

/** A table of products as an office keeps it, pasted; null where no row says which column is the product. */
export function readProductSheet(grid: Grid): readonly ProductRow[] | null {
  const heading = findHeading(grid, HEADINGS, "name");
  if (heading === null) return null;
  return grid.slice(heading.firstRow).flatMap((cells, index): ProductRow[] => {
    if (frameOfRow(cells) !== null) return [];
    const cell = (field: Field) => {
      const column = heading.columns.get(field);
      return column === undefined ? "" : textOf(cells[column] ?? null).trim();
    };
    const name = cell("name");
    if (name === "") return [];
    const stars = /[3-5]/.exec(cell("stars"))?.[0];
    const said = foldVietnamese(cell("kind"));
    const link = cell("link");
    return [
      {
        line: heading.firstRow + index + 1,
        name,
        producer: cell("producer"),
        village: cell("village"),
        kind: stars !== undefined || said.includes("ocop") ? "ocop" : "farm",
        stars: stars === undefined ? null : Number(stars),
        floor: isShopLink(link) ? floorOf(cell("floor"), link) : null,
        link: isShopLink(link) ? link : null,
      },
    ];
  });
}

/** As it is called, or as the address of the shop says. */
function floorOf(text: string, link: string): Floor {
  const words = `${foldVietnamese(text)} ${link.toLowerCase()}`.replace("buudien", "postmart");
  return FLOORS.find((floor) => floor !== "other" && words.includes(floor)) ?? "other";
}
