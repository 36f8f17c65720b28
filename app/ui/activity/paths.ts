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
  sendPhoto: "/ghi-viec/anh",
  ownPhoto: (photoId: string) => `/ghi-viec/anh/${photoId}`,
} as const;
