/** Addresses of the household pages. Written out in remix.config.js. */
export const HOUSEHOLD_PATHS = {
  register: "/van-phong/ho",
  village: (villageId: number) => `/van-phong/thon/${villageId}/ho`,
  add: (villageId: number) => `/van-phong/thon/${villageId}/ho/moi`,
  one: (villageId: number, householdId: string) => `/van-phong/thon/${villageId}/ho/${householdId}`,
  mine: "/to-cua-toi/ho",
  mineOne: (householdId: string) => `/to-cua-toi/ho/${householdId}`,
} as const;
