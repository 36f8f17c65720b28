const DIGIT_RUN = /\p{Nd}(?:[ .-]?\p{Nd})*/gu;
const IDENTITY_DIGITS = 12;

/**
 * Whether a citizen's identity number (CCCD, twelve digits) stands in the text, in one piece or in groups, in
 * digits of any script. Phone numbers have ten or eleven digits, two of them side by side twenty or more.
 */
export function holdsIdentityNumber(text: string): boolean {
  for (const [run] of text.matchAll(DIGIT_RUN)) {
    if ((run.match(/\p{Nd}/gu)?.length ?? 0) === IDENTITY_DIGITS) return true;
    if (run.split(/[ .-]/).some((group) => [...group].length === IDENTITY_DIGITS)) return true;
  }
  return false;
}
