export const MONTH_PATHS = {
  office: "/van-phong/ky",
  officeMonth: (id: number) => `/van-phong/ky/${id}`,
  newException: (id: number) => `/van-phong/ky/${id}/ngoai-le`,
  exception: (month: number, id: string) => `/van-phong/ky/${month}/ngoai-le/${id}`,
  leader: "/ky",
  leaderMonth: (id: number) => `/ky/${id}`,
} as const;
