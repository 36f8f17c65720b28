import { foldVietnamese, unifySpelling } from "../text/fold-vietnamese.ts";

export const LONGEST_VILLAGE_NAME = 80;

/** Two names with one key are one village. */
export function villageNameKey(name: string): string {
  return unifySpelling(name);
}

const KIND_WORDS =
  /^(?:thon|xom|ban|ap|buon|lang|khoi|khoi pho|khom|khu|khu pho|kp|to dan pho|tdp|phum|soc) (?:so )?(?=\S)/;

/**
 * What is left when marks, spelling and the word for the kind are gone: "Thôn Đông Lĩnh" and "Đông Linh" look
 * alike. Never a key, only a reason to ask: both may exist.
 */
export function villageLikeness(name: string): string {
  const folded = foldVietnamese(name);
  const bare = folded.replace(KIND_WORDS, "");
  return bare === "" ? folded : bare;
}
