/** K14: what the help was about, in the words of whoever got it. */
export const HELP_SUBJECTS = [
  "public_service",
  "eid",
  "payment",
  "health",
  "selling",
  "phone",
  "other",
] as const;
export type HelpSubject = (typeof HELP_SUBJECTS)[number];

export function isHelpSubject(text: string): text is HelpSubject {
  return (HELP_SUBJECTS as readonly string[]).includes(text);
}

export const MOODS = ["pleased", "neutral", "displeased"] as const;
export type Mood = (typeof MOODS)[number];

export type MoodCounts = Readonly<Record<Mood, number>>;

/** Fewer words than this show no figure: one word of two could be found out. */
export const FEWEST_WORDS_SHOWN = 5;

export function sumMoods(parts: readonly MoodCounts[]): MoodCounts {
  return parts.reduce(
    (sum, each) => ({
      pleased: sum.pleased + each.pleased,
      neutral: sum.neutral + each.neutral,
      displeased: sum.displeased + each.displeased,
    }),
    { pleased: 0, neutral: 0, displeased: 0 },
  );
}

export function wordsOf({ pleased, neutral, displeased }: MoodCounts): number {
  return pleased + neutral + displeased;
}

/** Of those who said a word, how many were pleased, in basis points; null where too few did. */
export function pleasedShare(counts: MoodCounts): number | null {
  const all = wordsOf(counts);
  return all < FEWEST_WORDS_SHOWN ? null : Math.floor((counts.pleased * 10_000) / all);
}

const SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
const CODE_LENGTH = 10;

/** Fifty bits of the house's randomness, in signs that survive being read aloud. */
export function makeSatisfactionCode(random: Uint8Array): string {
  return Array.from(random.subarray(0, CODE_LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join("");
}

export function satisfactionAddress(communeId: number, code: string): string {
  return `${communeId}-${code}`;
}

export function parseSatisfactionAddress(
  text: string,
): { readonly communeId: number; readonly code: string } | null {
  const match = /^([1-9]\d{0,8})-([a-z2-7]{10})$/.exec(text);
  return match ? { communeId: Number(match[1]), code: match[2] ?? "" } : null;
}
