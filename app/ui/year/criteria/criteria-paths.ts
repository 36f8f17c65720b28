/** Written out in remix.config.js. */
export const CRITERIA_PATHS = {
  office: "/van-phong/nam/tieu-chi",
  edit: "/van-phong/nam/tieu-chi/sua",
  import: "/van-phong/nam/tieu-chi/nhap",
  clusters: "/van-phong/nam/tieu-chi/cum",
  file: (version: number) => `/van-phong/nam/tieu-chi/bang-cham.xlsx?ban=${version}`,
  teams: "/nam/tieu-chi",
  teamsFile: "/nam/tieu-chi/bang-cham.xlsx",
} as const;
