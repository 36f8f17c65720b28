/** Written out in remix.config.js. */
export const WALK_PATHS = {
  tonight: "/di-tham",
  of: (villageId: number) => `/di-tham?thon=${villageId}`,
  /** The form of one kind of work, at one door. */
  log: (kind: string, householdId: string) => `/ghi-viec?viec=${kind}&ho=${householdId}`,
} as const;
