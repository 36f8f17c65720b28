/** Addresses of the loop's screens for members. Written out in remix.config.js. */
export const ACTIVITY_PATHS = {
  log: "/ghi-viec",
  logKind: (key: string) => `/ghi-viec?viec=${encodeURIComponent(key)}`,
  /** The form again after a record was sent: same kind, service and way, and the record can still be taken back. */
  logAfter: (key: string, claimId: string) => `/ghi-viec?viec=${encodeURIComponent(key)}&sau=${claimId}`,
  repeat: (claimId: string) => `/ghi-viec?lap=${claimId}`,
  edit: (claimId: string) => `/ghi-viec?sua=${claimId}`,
  mine: "/viec-cua-toi",
  record: (claimId: string) => `/viec/${claimId}`,
  points: "/diem-cua-toi",
  sendPhoto: "/api/anh",
  photo: (photoId: string) => `/anh/${photoId}`,
  smallPhoto: (photoId: string) => `/anh/${photoId}?co=nho`,
} as const;

/** Views of the own list, as the address names them. */
export const OWN_FILTERS = [
  { value: "cho-duyet", state: "submitted" },
  { value: "duoc-duyet", state: "verified" },
  { value: "tra-lai", state: "returned" },
] as const;
