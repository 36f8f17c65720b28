import { isLanguage, type Language } from "#app/messages/language.ts";

export const THEMES = ["system", "light", "dark"] as const;
export const TEXT_SIZES = ["normal", "large", "larger"] as const;

/** How one device shows pages. Kept in a plain cookie, so that the server writes the page right at once. */
export interface Preference {
  readonly theme: (typeof THEMES)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly language: Language;
}

export const defaultPreference: Preference = { theme: "system", textSize: "normal", language: "vi" };

const COOKIE_NAME = "appearance";
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

export function readPreference(cookieHeader: string | null): Preference {
  const pair = cookieHeader?.split(";").find((part) => part.trim().startsWith(`${COOKIE_NAME}=`));
  const [theme, textSize, language] =
    pair
      ?.slice(pair.indexOf("=") + 1)
      .trim()
      .split(".") ?? [];
  return choosePreference({ theme, textSize, language }, defaultPreference);
}

/** What is unknown or missing stays as it was, so that each small form may send only its own field. */
export function choosePreference(
  chosen: { theme?: string | undefined; textSize?: string | undefined; language?: string | undefined },
  current: Preference,
): Preference {
  return {
    theme: THEMES.find((theme) => theme === chosen.theme) ?? current.theme,
    textSize: TEXT_SIZES.find((size) => size === chosen.textSize) ?? current.textSize,
    language: isLanguage(chosen.language) ? chosen.language : current.language,
  };
}

/** The Set-Cookie value. It holds no secret and the server alone reads it. */
export function writePreference({ theme, textSize, language }: Preference, secure: boolean): string {
  const flags = `Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
  return `${COOKIE_NAME}=${theme}.${textSize}.${language}; ${flags}`;
}
