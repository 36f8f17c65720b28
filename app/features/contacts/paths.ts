export const CONTACT_PATHS = { office: "/van-phong/cai-dat/lien-he" } as const;
