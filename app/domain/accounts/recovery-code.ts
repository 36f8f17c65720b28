/** Printed, kept in a drawer, typed once in need: 60 bits in letters and digits that are not mistaken. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 12;
export const RECOVERY_CODES_PER_SHEET = 10;

export function makeRecoveryCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error(`a recovery code needs ${LENGTH} random bytes`);
  // 32 letters: the low five bits of a byte choose evenly.
  return Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}

export function formatRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-").toUpperCase();
}

/** As typed from paper: case, spaces and dashes do not count, O is 0, I and L are 1. Null when it is no code. */
export function parseRecoveryCode(text: string): string | null {
  const code = text
    .toLowerCase()
    .replace(/[\s\-–.]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
