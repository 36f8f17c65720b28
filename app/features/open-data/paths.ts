import type { OpenDataFile } from "#app/messages/open-data-paper.ts";

export const OPEN_DATA_PATHS = {
  all: "/du-lieu-mo",
  office: "/van-phong/du-lieu-mo",
  broadcast: (monthId: number) => `/van-phong/ky/${monthId}/ban-tin`,
  broadcastFile: (monthId: number) => `/van-phong/ky/${monthId}/ban-tin.txt`,
  commune: (communeId: number) => `/du-lieu-mo/${communeId}`,
  file: (communeId: number, file: OpenDataFile) => `/du-lieu-mo/${communeId}/${file}`,
} as const;

/** The number in an address; null where it cannot be one. */
export function parseCommuneNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
