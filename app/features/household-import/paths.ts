/** Addresses of the household imports. Written out in remix.config.js. */
export const HOUSEHOLD_IMPORT_PATHS = {
  imports: "/van-phong/ho/nhap",
  template: "/van-phong/ho/nhap/mau.xlsx",
  progress: "/van-phong/ho/nhap/tien-do.json",
  batch: (batchId: string) => `/van-phong/ho/nhap/${batchId}`,
} as const;
