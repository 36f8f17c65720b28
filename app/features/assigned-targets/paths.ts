export const TARGET_PATHS = {
  office: "/van-phong/giao-chi-tieu",
  month: (id: number) => `/van-phong/giao-chi-tieu?ky=${id}`,
} as const;
