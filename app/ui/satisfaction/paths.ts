/** Written out in remix.config.js. */
export const SATISFACTION_PATHS = {
  ask: (address: string) => `/hai-long/${address}`,
  show: "/xin-y-kien",
  board: "/muc-hai-long",
} as const;
