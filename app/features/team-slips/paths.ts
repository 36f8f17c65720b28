/** Written out in remix.config.js. */
export const TEAM_SLIPS_PATHS = {
  team: (teamId: number) => `/van-phong/to/${teamId}/phieu`,
  sheet: (teamId: number) => `/van-phong/to/${teamId}/phieu/in`,
} as const;
