/** Addresses of the member's own book on the phone. Written out in remix.config.js. */
export const POCKET_PATHS = {
  book: "/so-tay",
  logKind: (key: string) => `/so-tay?viec=${encodeURIComponent(key)}`,
  log: "/so-tay?ghi",
  edit: (claimId: string) => `/so-tay?sua=${claimId}`,
  held: "/viec-cho-xem",
  claims: "/api/viec",
  photoPart: "/api/anh/phan",
  key: "/api/may/khoa",
  content: "/api/so-tay",
  worker: "/service-worker.js",
} as const;
