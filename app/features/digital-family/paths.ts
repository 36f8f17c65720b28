/** Written out in remix.config.js. */
export const FAMILY_PATHS = {
  village: "/gia-dinh-so",
  one: (householdId: string) => `/gia-dinh-so/${householdId}`,
  office: "/van-phong/gia-dinh-so",
} as const;
