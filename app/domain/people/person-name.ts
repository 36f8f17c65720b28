/** A Vietnamese full name is one field; its parts are derived, because they do not always follow the pattern. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** Nguyễn Thị Hồng Ánh -> Nguyễn, Thị Hồng, Ánh. One word is a given name; Y Thị Êban keeps its order. */
export function splitName(fullName: string): NameParts {
  const words = fullName.trim().split(/\s+/).filter(Boolean);
  return {
    family: words.length > 1 ? (words[0] ?? "") : "",
    middle: words.slice(1, -1).join(" "),
    given: words.at(-1) ?? "",
  };
}

const collator = new Intl.Collator("vi", { sensitivity: "variant" });

/** The order of a Vietnamese class list: given name, then family name, then middle name. */
export function compareNames(left: string, right: string): number {
  const a = splitName(left);
  const b = splitName(right);
  return (
    collator.compare(a.given, b.given) ||
    collator.compare(a.family, b.family) ||
    collator.compare(a.middle, b.middle)
  );
}

/** "Nguyễn T. H. Ánh": what a public board shows of a person who gave no consent to the full name. */
export function shortenName(fullName: string): string {
  const { family, middle, given } = splitName(fullName);
  const initials = middle
    .split(" ")
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toLocaleUpperCase("vi")}.`);
  const lastInitial = family ? [`${[...given][0]?.toLocaleUpperCase("vi") ?? ""}.`] : [given];
  return [family, ...initials, ...lastInitial].filter(Boolean).join(" ");
}

/**
 * Rosters are often typed in capitals. A name wholly in capitals is set again word by word; a name that has
 * lower-case letters was written by somebody who meant it (H'Hen Niê, K'Tiếu, Y Thị Êban) and is left alone.
 */
export function uncapitalise(fullName: string): string {
  const isCapitals = fullName === fullName.toLocaleUpperCase("vi") && fullName.length > 2;
  if (!isCapitals) return fullName;
  return fullName
    .toLocaleLowerCase("vi")
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase("vi"),
    );
}

// In the fonts of the 1990s Vietnamese letters sit on the places of Latin-1 signs (TCVN3 "NguyÔn V¨n Hïng", VNI
// "Nguyeãn Vaên Huøng"). These Latin-1 letters are also letters of Unicode Vietnamese and prove nothing alone.
const SHARED_LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";

export type LegacyEncoding = "tcvn3" | "vni";

/** Old fonts are told to the person, never guessed back: a wrong guess would misspell a certificate. */
export function detectLegacyEncoding(text: string): LegacyEncoding | null {
  const composed = text.normalize("NFC");
  const hasModernLetter = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/.test(composed);
  if (hasModernLetter) return null;
  const strange = [...composed.matchAll(/[\u00A1-\u00FF]/g)].filter(
    (match) => !SHARED_LETTERS.includes(match[0]) || isCapitalInsideWord(composed, match.index),
  );
  if (strange.length === 0) return null;
  // VNI writes the mark after its vowel; TCVN3 puts one sign in the vowel's place.
  const marksFollowVowels = strange.every(
    (match) => /[øùûõïâêáàåãäéèúüëöñ]/i.test(match[0]) && /[aeiouyöô]/i.test(composed[match.index - 1] ?? ""),
  );
  return marksFollowVowels ? "vni" : "tcvn3";
}

function isCapitalInsideWord(text: string, index: number): boolean {
  const letter = text[index] ?? "";
  return letter !== letter.toLocaleLowerCase("vi") && /[a-z]/.test(text[index - 1] ?? "");
}
