import { choosePreference, defaultPreference, type Preference } from "../appearance/preference.ts";
import { POCKET_PATHS } from "./paths.ts";

const KEPT = "so-tay:hien-thi";

/** How this phone shows pages, noted where the server has just said it: its cookie is not for scripts to read. */
export function keepPreference({ theme, textSize, language }: Preference): void {
  // The book may come from the phone, as a stranger would see it.
  if (window.location.pathname === POCKET_PATHS.book) return;
  try {
    localStorage.setItem(KEPT, [theme, textSize, language].join("."));
  } catch {
    // A browser without this store has no book either.
  }
}

/** How the book is to be shown; null where it is shown so already, or nothing is known. */
export function findKeptPreference(shown: Preference): Preference | null {
  if (window.location.pathname !== POCKET_PATHS.book) return null;
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === null) return null;
    const [theme, textSize, language] = kept.split(".");
    const wanted = choosePreference({ theme, textSize, language }, defaultPreference);
    const isSo =
      wanted.theme === shown.theme &&
      wanted.textSize === shown.textSize &&
      wanted.language === shown.language;
    return isSo ? null : wanted;
  } catch {
    return null;
  }
}
