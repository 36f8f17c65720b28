import { villageNameKey } from "../roster/village.ts";

const TEAM = villageNameKey("tổ");
const KIND_WORDS =
  /^(?:thôn|xóm|bản|ấp|buôn|làng|khối phố|khối|khóm|khu phố|khu|kp|tổ dân phố|tdp|phum|sóc)\.?\s+(?:số\s+)?(?=\S)/;

/**
 * Finds the village that a roster's words mean: by its name, or by its name without the word for the kind, where
 * only one village is called so, or by the name of its team that ends with it. Marks always count: Lĩnh is never
 * found by Linh.
 */
export function makeVillageMatcher(
  villages: readonly { readonly id: number; readonly name: string }[],
): (words: string) => number | null {
  const byName = new Map(villages.map(({ id, name }) => [villageNameKey(name), id]));
  const byBareName = new Map<string, number | null>();
  for (const { id, name } of villages) {
    const bare = bareKey(name);
    byBareName.set(bare, byBareName.has(bare) ? null : id);
  }
  // "Thôn Đông Bản Lạ" before "Bản Lạ": the longer name says more.
  const longestFirst = [...byName].sort(([left], [right]) => right.length - left.length);
  return (words) => {
    for (const text of [words, words.split(/[,;(]| - /)[0] ?? words]) {
      const found = byName.get(villageNameKey(text)) ?? byBareName.get(bareKey(text));
      if (found) return found;
    }
    // "Tổ công nghệ số cộng đồng Bản Lạ (318/QĐ-UBND)": a team, and where it is.
    const team = villageNameKey(words.split("(")[0] ?? words);
    if (!team.startsWith(`${TEAM} `)) return null;
    return longestFirst.find(([name]) => team.endsWith(` ${name}`))?.[1] ?? null;
  };
}

function bareKey(name: string): string {
  const text = name.normalize("NFC").toLocaleLowerCase("vi").trim().replace(/\s+/g, " ");
  return villageNameKey(text.replace(KIND_WORDS, ""));
}
