export const UPPER_PATHS = {
  communes: "/cap-tren",
  teamResults: "/cap-tren/ket-qua-to.xlsx",
  admit: "/van-phong/cap-tren",
} as const;
