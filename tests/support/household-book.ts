import { type Cell, writeXlsx } from "hucre/xlsx";

const FAMILY = ["NGUYỄN", "TRẦN", "LÒ", "LƯỜNG", "GIÀNG", "HOÀNG", "VÌ", "ĐINH"];
const MIDDLE = ["VĂN", "THỊ", "ĐỨC", "A", "MINH", "XUÂN", "HỮU"];
const GIVEN = ["HÙNG", "TƯƠI", "PÁO", "SƠN", "YẾN", "ĐẠT", "LINH", "QUÝ", "HOÀ", "ÁNH", "TIẾN"];
const HEADINGS = [
  "STT",
  "Mã hộ",
  "Họ và tên chủ hộ",
  "Ngõ, xóm",
  "Số người lớn",
  "Hộ nghèo",
  "Số CCCD",
  "Điện thoại",
];
/** After so many lines the names begin anew, in the next lane. */
const NAMES = FAMILY.length * MIDDLE.length * GIVEN.length;

/**
 * The list of households of a whole commune, village by village, as an office keeps it: half of the households
 * without a code, names in capitals, telephones that belong to nobody.
 */
export async function writeHouseholdBook(wish: {
  households: number;
  villages: readonly string[];
}): Promise<Uint8Array> {
  const rows: Cell["value"][][] = [HEADINGS];
  const perVillage = Math.ceil(wish.households / wish.villages.length);
  let left = wish.households;
  for (const village of wish.villages) {
    rows.push(["", village]);
    const count = Math.min(perVillage, left);
    left -= count;
    for (let index = 0; index < count; index++) rows.push(household(index));
    rows.push(["Tổng cộng", null, null, null, count]);
  }
  return writeXlsx({ sheets: [{ name: "Hộ", rows }] });
}

function household(index: number): Cell["value"][] {
  const name = [pick(FAMILY, index), pick(MIDDLE, Math.floor(index / FAMILY.length)), pick(GIVEN, index)];
  return [
    index + 1,
    index % 2 === 0 ? String(index + 1).padStart(4, "0") : null,
    name.join(" "),
    `Ngõ ${Math.floor(index / NAMES) + 1}`,
    (index % 5) + 1,
    index % 11 === 0 ? "x" : null,
    null,
    `030${String(1_000_000 + index)}`,
  ];
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}
