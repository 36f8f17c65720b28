export const VERIFICATION_PATHS = {
  queue: "/duyet",
  practice: "/duyet/tap",
  correctionsOfTeam: "/duyet/dinh-chinh",
  office: "/van-phong/duyet",
  corrections: "/van-phong/dinh-chinh",
} as const;
