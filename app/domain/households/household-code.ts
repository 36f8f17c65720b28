import { unifySpelling } from "../text/fold-vietnamese.ts";
import { makeSortKey } from "../text/sort-key.ts";
import { LONGEST_HOUSEHOLD_CODE } from "./household.ts";

const FIRST_CODE = "001";

/** "H-07" and "h-07" are one code. */
export function householdCodeKey(code: string): string {
  return unifySpelling(code);
}

/**
 * The code after the last one of the village, written as that one is: "H-099" is followed by "H-100". Codes of
 * households that ended count as well, so that an old list and a new one never mean two houses by one code.
 */
export function nextHouseholdCode(codes: readonly string[]): string {
  return giveHouseholdCodes(codes)();
}

/** One code after the other, each the next after all before it: for a list of a thousand houses at once. */
export function giveHouseholdCodes(codes: readonly string[]): () => string {
  const taken = new Set(codes.map(householdCodeKey));
  let last: { code: string; key: string } | null = null;
  const hear = (code: string) => {
    const key = makeSortKey(code);
    if (/\d$/.test(code) && (last === null || key > last.key)) last = { code, key };
  };
  for (const code of codes) hear(code);
  return () => {
    let code = last === null ? FIRST_CODE : raise(last.code);
    while (taken.has(householdCodeKey(code))) code = raise(code);
    taken.add(householdCodeKey(code));
    hear(code);
    return code;
  };
}

/** Past what the field holds, counting begins anew without the letters in front. */
function raise(code: string): string {
  const digits = /\d{1,9}$/.exec(code)?.[0] ?? "0";
  const raised = String(Number(digits) + 1).padStart(digits.length, "0");
  const whole = code.slice(0, code.length - digits.length) + raised;
  return whole.length <= LONGEST_HOUSEHOLD_CODE ? whole : raised;
}
