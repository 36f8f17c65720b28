/** Written out in remix.config.js. */
export const PRODUCT_PATHS = {
  all: "/san-pham",
  one: (productId: string) => `/san-pham/${productId}`,
  paste: "/san-pham/nhap",
  leads: "/ho-dan-dat",
  leadsOf: (villageId: number) => `/ho-dan-dat?thon=${villageId}`,
} as const;
