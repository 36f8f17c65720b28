/** Written out in remix.config.js. */
export const TITLE_PATHS = {
  all: "/van-phong/danh-hieu",
  one: (nominationId: string) => `/van-phong/danh-hieu/${nominationId}`,
  nominate: (memberId: string | null = null) =>
    memberId === null ? "/van-phong/danh-hieu/de-cu" : `/van-phong/danh-hieu/de-cu?thanh-vien=${memberId}`,
  ambassadors: "/van-phong/dai-su-so",
  own: "/dai-su-so",
} as const;
