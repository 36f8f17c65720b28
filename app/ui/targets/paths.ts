export const TARGET_BOARD_PATHS = {
  board: "/van-phong/chi-tieu",
  new: "/van-phong/chi-tieu/moi",
  gaps: "/van-phong/chi-tieu/khoang-cach",
  one: (key: string) => `/van-phong/chi-tieu/${key}`,
  edit: (key: string) => `/van-phong/chi-tieu/${key}/sua`,
  assign: "/van-phong/giao-chi-tieu",
  teamPlans: "/van-phong/ke-hoach-to",
  teamPlan: (teamId: number) => `/van-phong/ke-hoach-to/${teamId}`,
  ofTeam: "/to-cua-toi/chi-tieu",
  ownPlan: "/to-cua-toi/ke-hoach",
} as const;
