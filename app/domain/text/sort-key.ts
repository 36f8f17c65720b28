const LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/** Ngang, huyền, hỏi, ngã, sắc, nặng: the order of the tones in a Vietnamese dictionary. */
const TONES: Readonly<Record<string, number>> = {
  "\u0300": 1,
  "\u0309": 2,
  "\u0303": 3,
  "\u0301": 4,
  "\u0323": 5,
};
const LETTER_MARKS = /[\u0302\u0306\u031b]/;

/**
 * A text that sorts, byte by byte, as Vietnamese people sort: a ă â, d before đ, tones last, and "Thôn 2"
 * before "Thôn 10". Kept beside the name, so that the database needs no collation of its own.
 */
export function makeSortKey(text: string): string {
  let letters = "";
  let tones = "";
  for (const sign of signsOf(text)) {
    const { base, tone } = readSign(sign);
    letters += base;
    tones += tone;
  }
  // Below every sign, so that a name stands before the longer one it begins.
  return `${letters}\t${tones}`;
}

/** Runs of digits stay together; everything else is one letter with its marks. */
function signsOf(text: string): string[] {
  const spaced = text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
  return spaced.normalize("NFD").match(/\d+|\P{M}\p{M}*/gu) ?? [];
}

function readSign(sign: string): { base: string; tone: string } {
  if (/^\d/.test(sign)) {
    // The count of digits goes first, so that 2 stands before 10 without padding.
    const digits = sign.replace(/^0+(?=\d)/, "").slice(0, 99);
    return { base: `0${String(digits.length).padStart(2, "0")}${digits}`, tone: "0" };
  }
  const marks = [...sign].slice(1);
  const tone = String(marks.map((mark) => TONES[mark] ?? 0).find((value) => value > 0) ?? 0);
  const letter = ((sign[0] ?? "") + marks.filter((mark) => LETTER_MARKS.test(mark)).join("")).normalize(
    "NFC",
  );
  const place = LETTERS.indexOf(letter);
  if (place >= 0 && letter !== "") return { base: `a${String(place).padStart(2, "0")}`, tone };
  // A space sorts first of all, other signs before digits and letters.
  return { base: letter === " " ? " " : `!${letter}`, tone: "0" };
}
