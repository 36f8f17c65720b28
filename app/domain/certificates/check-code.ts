/**
 * What is printed on a certificate and typed by whoever checks it: the commune's number, then 80 bits nobody guesses,
 * in letters and digits that are not mistaken for one another.
 */
export interface CheckCode {
  readonly communeId: number;
  /** Sixteen letters, lower case. */
  readonly secret: string;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;
export const CHECK_CODE_RANDOM_BYTES = LENGTH;
const MOST_COMMUNE_DIGITS = 9;

export function makeCheckSecret(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error(`a check code needs ${LENGTH} random bytes`);
  // 32 letters: the low five bits of a byte choose evenly.
  return Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}

/** "12-K7M2-9QXA-04TZ-HH3D" */
export function formatCheckCode({ communeId, secret }: CheckCode): string {
  return `${communeId}-${secret.replace(/(.{4})(?=.)/g, "$1-")}`.toUpperCase();
}

/** As typed from paper: case and spaces do not count, O is 0, I and L are 1. Null when it is no code. */
export function parseCheckCode(text: string): CheckCode | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s–.]+/g, "-")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  const cut = plain.indexOf("-");
  if (cut < 1) return null;
  const commune = plain.slice(0, cut);
  const secret = plain.slice(cut).replaceAll("-", "");
  if (!/^[1-9][0-9]*$/.test(commune) || commune.length > MOST_COMMUNE_DIGITS) return null;
  if (secret.length !== LENGTH || ![...secret].every((letter) => ALPHABET.includes(letter))) return null;
  return { communeId: Number(commune), secret };
}
