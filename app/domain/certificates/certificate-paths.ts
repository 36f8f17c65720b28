/** The addresses of certificates; the public ones are printed on paper and never change. */
export const CERTIFICATE_PATHS = {
  own: "/chung-nhan",
  file: (id: string, kind: "pdf" | "jwt" | "png") => `/chung-nhan/${id}/${FILE_NAMES[kind]}`,
  office: "/van-phong/chung-nhan",
  officeIssue: (awardId: string) => `/van-phong/chung-nhan?danh-hieu=${awardId}`,
  officeOne: (id: string) => `/van-phong/chung-nhan/${id}`,
  officeFile: (id: string) => `/van-phong/chung-nhan/${id}/${FILE_NAMES.pdf}`,
  check: "/kiem-tra",
  checkOne: (code: string) => `/kiem-tra/${code}`,
  checkedBadge: (code: string) => `/kiem-tra/${code}/huy-hieu.jwt`,
  issuer: (communeId: number) => `/phat-hanh/${communeId}`,
  issuerKeys: (communeId: number) => `/phat-hanh/${communeId}/khoa.json`,
  revocations: (communeId: number) => `/phat-hanh/${communeId}/thu-hoi.json`,
} as const;

export const FILE_NAMES = { pdf: "giay.pdf", jwt: "huy-hieu.jwt", png: "huy-hieu.png" } as const;
