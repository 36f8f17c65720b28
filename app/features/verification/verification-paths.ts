export const VERIFICATION_PATHS = {
  queue: "/duyet",
  practice: "/duyet/tap",
  correctionsOfTeam: "/duyet/dinh-chinh",
  office: "/van-phong/duyet",
  officeTeam: (teamId: number) => `/van-phong/duyet?to=${teamId}#dang-cho`,
  corrections: "/van-phong/dinh-chinh",
} as const;
