/** Written out in remix.config.js. */
export const YEAR_PATHS = {
  desk: "/van-phong/nam",
  sheet: "/van-phong/nam/tieu-chi",
  review: (reviewId: string) => `/van-phong/nam/${reviewId}`,
  village: (reviewId: string, villageId: number) => `/van-phong/nam/${reviewId}/thon/${villageId}`,
  rehearsal: (reviewId: string) => `/van-phong/nam/${reviewId}/thu-nghiem`,
} as const;
