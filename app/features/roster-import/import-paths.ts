/** Addresses of the imports. Written out in remix.config.js. */
export const IMPORT_PATHS = {
  roster: "/van-phong/doi-ngu",
  rosterImport: "/van-phong/doi-ngu/nhap",
  rosterTemplate: "/van-phong/doi-ngu/nhap/mau.xlsx",
} as const;

export function rosterBatchPath(batchId: string): string {
  return `${IMPORT_PATHS.rosterImport}/${batchId}`;
}
