export const UPPER_PATHS = { communes: "/cap-tren", admit: "/van-phong/cap-tren" } as const;
