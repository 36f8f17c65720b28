/** Written out in remix.config.js. */
export const PHOTO_PATHS = {
  upload: "/api/anh",
  large: (photoId: string) => `/anh/${photoId}`,
  small: (photoId: string) => `/anh/${photoId}?co=nho`,
} as const;
