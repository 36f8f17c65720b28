/** Written out in remix.config.js. */
export const PAPER_PATHS = {
  desk: "/van-phong/ghi-giay",
  deskOf: (teamId: number) => `/van-phong/ghi-giay?to=${teamId}`,
  sheet: (teamId: number) => `/van-phong/ghi-giay/phieu.pdf?to=${teamId}`,
} as const;
