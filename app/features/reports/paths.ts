export const REPORT_PATHS = {
  own: "/bao-cao",
  one: (id: string) => `/bao-cao/${id}`,
  office: "/van-phong/bao-cao",
  call: (id: string) => `/van-phong/bao-cao/dot/${id}`,
  sheet: (id: string) => `/van-phong/bao-cao/ban/${id}`,
  newCall: "/van-phong/bao-cao/yeu-cau",
  direction: "/van-phong/chi-dao",
  youth: "/van-phong/bao-cao/doan",
  evaluation: "/cap-tren/danh-gia",
} as const;
