/** Written out in remix.config.js. */
export const STORY_PATHS = {
  all: "/chuyen",
  write: "/chuyen/viet",
  one: (storyId: string) => `/chuyen/${storyId}`,
  edit: (storyId: string) => `/chuyen/${storyId}/sua`,
  card: (storyId: string) => `/chuyen/${storyId}/the.png`,
  photo: (storyId: string, number: number) => `/chuyen/${storyId}/anh/${number}.webp`,
  desk: "/van-phong/chuyen",
} as const;

export const PUBLIC_STORY_PATHS = {
  all: (communeId: number) => `/xa/${communeId}/chuyen`,
  one: (communeId: number, storyId: string) => `/xa/${communeId}/chuyen/${storyId}`,
  photo: (communeId: number, storyId: string, number: number) =>
    `/xa/${communeId}/chuyen/${storyId}/anh/${number}.webp`,
} as const;
