import type { Metric } from "#app/domain/year/criteria-sheet.ts";

/** Written out in remix.config.js. */
export const YEAR_PATHS = {
  desk: "/van-phong/nam",
  open: "/van-phong/nam/moi",
  sheet: "/van-phong/nam/tieu-chi",
  review: (reviewId: string) => `/van-phong/nam/${reviewId}`,
  lock: (reviewId: string) => `/van-phong/nam/${reviewId}/khoa`,
  rehearsal: (reviewId: string) => `/van-phong/nam/${reviewId}/thu-nghiem`,
  village: (reviewId: string, villageId: number) => `/van-phong/nam/${reviewId}/thon/${villageId}`,
  sources: (reviewId: string, villageId: number, metric: Metric, month?: number) =>
    `/van-phong/nam/${reviewId}/thon/${villageId}/can-cu?muc=${metric}${month === undefined ? "" : `&thang=${month}`}`,
} as const;
