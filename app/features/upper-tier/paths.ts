export const UPPER_PATHS = {
  communes: "/cap-tren",
  evaluation: "/cap-tren/danh-gia",
  teamResults: "/cap-tren/ket-qua-to.xlsx",
  admit: "/van-phong/cap-tren",
} as const;
