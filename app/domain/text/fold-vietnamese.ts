/**
 * Text as people type it into a search box: no marks, đ as d, small letters, single spaces. Never a key:
 * two villages of one commune may be called Lĩnh and Linh.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * One spelling for words that are typed in two: "hoà" and "hòa" are the same word, "Lĩnh" and "Linh" are not.
 * The tone is moved to the end of its syllable, so that only where it stands is forgotten, never which it is.
 */
export function unifySpelling(text: string): string {
  const words = text.normalize("NFC").toLocaleLowerCase("vi").trim().split(/\s+/);
  return words
    .map((word) => {
      const tones = word.normalize("NFD").match(TONE_MARKS)?.join("") ?? "";
      return word.normalize("NFD").replace(TONE_MARKS, "").normalize("NFC") + tones;
    })
    .join(" ");
}
