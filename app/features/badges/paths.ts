/** Addresses of badges; those of awards are sent to others. */
export const BADGE_PATHS = {
  mine: "/huy-hieu",
  award: (id: string) => `/huy-hieu/${id}`,
  office: "/van-phong/huy-hieu",
  officeOne: (key: string) => `/van-phong/huy-hieu/${key}`,
  excused: "/van-phong/huy-hieu/tuan-nghi",
} as const;
