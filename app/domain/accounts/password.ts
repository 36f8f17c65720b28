import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 128;

export type PasswordRefusal =
  | { code: "password_too_short"; minimum: number }
  | { code: "password_too_long"; maximum: number }
  | { code: "password_too_common" };

export interface PasswordContext {
  /** Folded words that guessers try first, at least two letters each. */
  readonly weakWords: ReadonlySet<string>;
  /** What is known of the owner: names, user name, phone, the commune's name. */
  readonly ownWords: readonly string[];
}

/** Up to this many guessable pieces make no password, however long they are. */
const PIECES_TOO_FEW = 3;
const DISTINCT_MINIMUM = 5;
const LONGEST_PIECE = 24;
/** Rows a finger slides along. */
const SLIDES = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
];
const LOOK_ALIKES: Readonly<Record<string, string>> = { "@": "a", $: "s", "!": "i" };

/**
 * Length, and distance from what guessers try: words of the list, names of the owner, years, dates, slides
 * over the keyboard. No rule about kinds of characters; four unusual words are as good as any tangle.
 */
export function judgePassword(password: string, context: PasswordContext): Verdict<string, PasswordRefusal> {
  const normal = password.normalize("NFC");
  const length = [...normal].length;
  if (length < PASSWORD_MINIMUM) return refused({ code: "password_too_short", minimum: PASSWORD_MINIMUM });
  if (length > PASSWORD_MAXIMUM) return refused({ code: "password_too_long", maximum: PASSWORD_MAXIMUM });
  return isGuessable(normal, context) ? refused({ code: "password_too_common" }) : allowed(normal);
}

function isGuessable(password: string, context: PasswordContext): boolean {
  const own = new Set(context.ownWords.flatMap(wordsOf));
  const isWord = (piece: string) => own.has(piece) || context.weakWords.has(piece);
  return readingsOf(password).some(
    (text) => new Set(text).size < DISTINCT_MINIMUM || fewestPieces(text, isWord) <= PIECES_TOO_FEW,
  );
}

/** "thidua@2026" is "thidua 2026" and "p@ssword" is "password": a sign stands between words, or for a letter. */
function readingsOf(password: string): string[] {
  const folded = foldVietnamese(password);
  const spelled = folded.replace(/[@$!]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
  return [...new Set([folded, spelled])].map((text) => text.replace(/[\s\p{P}\p{S}]+/gu, ""));
}

function wordsOf(text: string): string[] {
  const parts = foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length >= 2);
  return [...parts, parts.join("")];
}

/** How many pieces cover the text when guessable pieces count as one and any other character counts alone. */
function fewestPieces(text: string, isWord: (piece: string) => boolean): number {
  const fewest: number[] = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - LONGEST_PIECE); start <= end - 2; start++) {
      const before = fewest[start] ?? 0;
      if (before + 1 >= best) continue;
      const piece = text.slice(start, end);
      if (isWord(piece) || isSlide(piece) || isDateLike(piece)) best = before + 1;
    }
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}

/** Four or more of one character, or a run along a row in either direction. */
function isSlide(piece: string): boolean {
  if (piece.length < 3) return false;
  if (new Set(piece).size === 1) return true;
  const backwards = [...piece].reverse().join("");
  return SLIDES.some((row) => row.includes(piece) || row.includes(backwards));
}

/** 1990, 2026, 010190, 01012026: years and days. */
function isDateLike(piece: string): boolean {
  if (/^(?:19|20)\d\d$/.test(piece)) return true;
  const match = /^(\d\d)(\d\d)(?:\d\d|(?:19|20)\d\d)$/.exec(piece);
  return match !== null && isDay(Number(match[1]), Number(match[2]));
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
