/** Addresses of the figures from before the program. Written out in remix.config.js. */
export const CARRIED_OVER_PATHS = {
  figures: "/van-phong/so-lieu-chuyen-tiep",
  table: "/van-phong/so-lieu-chuyen-tiep/nhap",
} as const;
