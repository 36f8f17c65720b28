/** Written out in remix.config.js. */
export const MARKET_PATHS = {
  village: "/cho-so",
  one: (placeId: string) => `/cho-so/${placeId}`,
  models: "/van-phong/mo-hinh",
  shownModels: "/mo-hinh",
  identity: "/danh-tinh-so",
} as const;
