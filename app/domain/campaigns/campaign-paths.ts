/** Written out in remix.config.js. */
export const CAMPAIGN_PATHS = {
  all: "/dot",
  one: (id: string) => `/dot/${id}`,
  office: "/van-phong/dot",
  draft: "/van-phong/dot/moi",
  officeOne: (id: string) => `/van-phong/dot/${id}`,
  movement: "/phong-trao",
  points: "/diem-luu-dong",
  newPoint: "/diem-luu-dong/moi",
  point: (id: string) => `/diem-luu-dong/${id}`,
  attend: (id: string) => `/diem-luu-dong/${id}/diem-danh`,
} as const;
