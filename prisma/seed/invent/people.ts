import type { Dice } from "./random.ts";

export type InventedSex = "female" | "male";

export interface InventedPerson {
  readonly name: string;
  readonly sex: InventedSex;
  readonly birthYear: number;
  readonly ethnicity: string;
  /** In the range 030, which is given to no network: it rings nowhere. */
  readonly phone: string;
}

type Words = readonly [string, ...string[]];
type Weighted = readonly [readonly [string, number], ...(readonly [string, number])[]];

const KINH_FAMILIES: Weighted = [
  ["Nguyễn", 32],
  ["Trần", 11],
  ["Lê", 9],
  ["Phạm", 7],
  ["Hoàng", 5],
  ["Vũ", 4],
  ["Đặng", 3],
  ["Bùi", 3],
  ["Đỗ", 3],
  ["Hồ", 2],
  ["Ngô", 2],
  ["Dương", 2],
  ["Lý", 1],
  ["Phan", 3],
  ["Trịnh", 1],
  ["Đinh", 1],
  ["Mai", 1],
];
const MIDDLES: Record<InventedSex, Words> = {
  female: [
    "Thị",
    "Thị Hồng",
    "Thị Thu",
    "Thị Minh",
    "Ngọc",
    "Thị Thanh",
    "Thùy",
    "Thị Kim",
    "Bảo",
    "Thị Bích",
  ],
  male: ["Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Công", "Ngọc", "Thành", "Đình", "Tuấn", "Trọng"],
};
const GIVENS: Record<InventedSex, Words> = {
  female: [
    "Lan",
    "Hương",
    "Hà",
    "Ánh",
    "Dung",
    "Hạnh",
    "Linh",
    "Mai",
    "Nga",
    "Nhung",
    "Oanh",
    "Phượng",
    "Quyên",
    "Thảo",
    "Thúy",
    "Trang",
    "Vân",
    "Yến",
    "Đào",
    "Hoà",
  ],
  male: [
    "Hùng",
    "Dũng",
    "Đạt",
    "Hải",
    "Hiếu",
    "Hoàng",
    "Huy",
    "Khánh",
    "Long",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Thắng",
    "Tiến",
    "Toàn",
    "Trung",
    "Tú",
    "Việt",
    "Vinh",
    "Ý",
  ],
};

interface People {
  readonly ethnicity: string;
  name(dice: Dice, sex: InventedSex): string;
}

const kinh: People = {
  ethnicity: "Kinh",
  name: (dice, sex) =>
    `${dice.pickWeighted(KINH_FAMILIES)} ${dice.pick(MIDDLES[sex])} ${dice.pick(GIVENS[sex])}`,
};
const tay: People = {
  ethnicity: "Tày",
  name: (dice, sex) =>
    `${dice.pick(["Nông", "Hoàng", "Lương", "Ma", "Bế", "Vi"])} ${sex === "female" ? "Thị" : "Văn"} ${dice.pick(GIVENS[sex])}`,
};
const thai: People = {
  ethnicity: "Thái",
  name: (dice, sex) =>
    `${dice.pick(["Lò", "Cà", "Quàng", "Lường", "Cầm"])} ${sex === "female" ? "Thị" : "Văn"} ${dice.pick(GIVENS[sex])}`,
};
const mong: People = {
  ethnicity: "Mông",
  name: (dice, sex) =>
    sex === "female"
      ? `${dice.pick(["Giàng", "Vàng", "Sùng", "Lầu", "Thào"])} Thị ${dice.pick(["Mỷ", "Dợ", "Sua", "Chở", "Máy"])}`
      : `${dice.pick(["Giàng", "Vàng", "Sùng", "Lầu", "Thào"])} A ${dice.pick(["Páo", "Sính", "Chứ", "Tủa", "Lềnh"])}`,
};
const ede: People = {
  ethnicity: "Ê Đê",
  name: (dice, sex) =>
    sex === "female"
      ? `H'${dice.pick(["Hen", "Linh", "Wiết", "Duôn", "Yar"])} ${dice.pick(["Niê", "Êban", "Mlô", "Kbuôr"])}`
      : `Y ${dice.pick(["Thi", "Moan", "Krông", "Phôn", "Wang"])} ${dice.pick(["Niê", "Êban", "Mlô", "Kbuôr"])}`,
};

export interface Ages {
  readonly youngest: number;
  readonly oldest: number;
}

/** `serial` keeps phones apart; the same dice and serial give the same person. */
export function inventPerson(dice: Dice, serial: number, year: number, ages: Ages): InventedPerson {
  const people = dice.pickWeighted([
    [kinh, 82],
    [tay, 7],
    [thai, 5],
    [mong, 4],
    [ede, 2],
  ]);
  const sex = dice.pick<InventedSex>(["female", "male"]);
  return {
    name: people.name(dice, sex),
    sex,
    birthYear: year - dice.between(ages.youngest, ages.oldest),
    ethnicity: people.ethnicity,
    phone: `030${String(1_000_000 + serial)}`,
  };
}
