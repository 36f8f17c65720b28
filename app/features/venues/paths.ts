export const VENUE_PATHS = { office: "/van-phong/dia-diem" } as const;
