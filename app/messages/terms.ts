import type { PlanWords } from "#app/domain/plan/words.ts";
import type { Language } from "./language.ts";

/**
 * The words that differ from commune to commune, written as inside a sentence; `capitalised` makes the first
 * letter of a label. A commune's own words are Vietnamese, so English sentences keep the language's own.
 */
export interface Terms extends PlanWords {
  /** Xã, phường, đặc khu. */
  readonly commune: string;
}

export const defaultTerms: Readonly<Record<Language, Terms>> = {
  vi: {
    team: "Tổ công nghệ số cộng đồng",
    teamShort: "Tổ CNSCĐ",
    village: "thôn",
    office: "Phòng Văn hóa - Xã hội",
    commune: "xã",
  },
  en: {
    team: "community digital team",
    teamShort: "team",
    village: "village",
    office: "culture and society office",
    commune: "commune",
  },
};

export function capitalised(words: string): string {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase("vi") + rest.join("");
}

/** In a column of teams "Tổ công nghệ số cộng đồng" before each village says nothing more. */
export function shortTeamName(name: string, team: string): string {
  const kind = `${team} `.toLocaleLowerCase("vi");
  const isLong = name.toLocaleLowerCase("vi").startsWith(kind) && name.length > kind.length;
  return isLong ? name.slice(kind.length) : name;
}
