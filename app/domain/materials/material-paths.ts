/** Written out in remix.config.js. */
export const MATERIAL_PATHS = {
  library: "/hoc-lieu",
  propose: "/hoc-lieu/gui",
  one: (materialId: string) => `/hoc-lieu/${materialId}`,
  open: (materialId: string) => `/hoc-lieu/${materialId}/mo`,
  desk: "/van-phong/hoc-lieu",
  list: "/van-phong/hoc-lieu/danh-muc.xlsx",
  edit: (materialId: string) => `/van-phong/hoc-lieu/${materialId}`,
  publicLibrary: (communeId: number) => `/xa/${communeId}/hoc-lieu`,
  publicOpen: (communeId: number, materialId: string) => `/xa/${communeId}/hoc-lieu/${materialId}/mo`,
} as const;
