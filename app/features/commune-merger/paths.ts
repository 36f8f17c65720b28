export const MERGER_PATHS = {
  all: "/van-phong/sap-nhap-xa",
  one: (id: string) => `/van-phong/sap-nhap-xa/${id}`,
} as const;
