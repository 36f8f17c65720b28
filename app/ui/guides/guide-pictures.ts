import type { Language } from "#app/messages/language.ts";

/** Where a guide's picture is served from; each language shows its own screens, under the same names. */
export function guidePicture(language: Language, name: string): string {
  return `/guide/${language === "vi" ? "" : `${language}/`}${name}.webp`;
}
