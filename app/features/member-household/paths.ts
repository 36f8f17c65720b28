/** Addresses of the screens that say where a member lives. Written out in remix.config.js. */
export const MEMBER_HOUSEHOLD_PATHS = {
  office: (memberId: string) => `/van-phong/thanh-vien/${memberId}/ho`,
  team: (memberId: string) => `/to-cua-toi/thanh-vien/${memberId}/ho`,
} as const;
