export const NOTICE_PATHS = {
  list: "/thong-bao",
  calls: "/thong-bao/cai-dat",
  /** For the bell alone. */
  count: "/thong-bao/so-moi.json",
} as const;
