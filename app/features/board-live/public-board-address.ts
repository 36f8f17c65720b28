import type { Language } from "#app/messages/language.ts";

/** A commune's public board by its number, which never changes; without a query. */
export const PUBLIC_BOARD_PATH = /^\/xa\/[1-9]\d{0,8}\/bang$/;

export function publicBoardPath(communeId: number): string {
  return `/xa/${communeId}/bang`;
}

/** Under which the page is kept. */
export function publicBoardKey(path: string, language: Language): string {
  return `${path} ${language}`;
}

/** The number in an address; null where it cannot be one. */
export function parseCommuneNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
