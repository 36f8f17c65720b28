export const ACTOR_PATHS = { office: "/van-phong/co-quan" } as const;
