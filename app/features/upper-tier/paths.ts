export const UPPER_PATHS = {
  communes: "/cap-tren",
  evaluation: "/cap-tren/danh-gia",
  teamResults: "/cap-tren/ket-qua-to.xlsx",
  years: "/cap-tren/nam",
  yearRanking: (year: number, kind: string) => `/cap-tren/nam/xep-hang.xlsx?nam=${year}&loai=${kind}`,
  admit: "/van-phong/cap-tren",
} as const;
