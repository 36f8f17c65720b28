/** Written out in remix.config.js. */
export const INITIATIVE_PATHS = {
  all: "/sang-kien",
  propose: "/sang-kien/de-xuat",
  one: (initiativeId: string) => `/sang-kien/${initiativeId}`,
  board: "/van-phong/sang-kien",
} as const;
