import { allowed, refused, type Verdict } from "../verdict.ts";
import { holdsIdentityNumber } from "./identity-number.ts";

export interface TextRule {
  /** In code points, as PostgreSQL's char_length counts. */
  readonly minimum: number;
  readonly maximum: number;
  readonly lines: "one" | "many";
  /** Free text must not become a store of citizens' numbers. */
  readonly identityNumbers: "refused" | "kept";
}

export type TextRefusal =
  | { readonly code: "required" }
  | { readonly code: "too_short"; readonly minimum: number }
  | { readonly code: "too_long"; readonly maximum: number }
  | { readonly code: "not_readable" }
  /** The place is counted in characters from 1, because the person cannot see what is there. */
  | { readonly code: "hidden_character"; readonly position: number }
  | { readonly code: "line_break" }
  | { readonly code: "identity_number" };

/** A letter with more marks than any language writes covers its neighbours. Vietnamese in NFC needs none. */
const MARKS_LIMIT = 3;
/** No text of the allowed length is this much longer before it is composed. */
const UNCOMPOSED_FACTOR = 12;

const LONE_SURROGATE = /\p{Surrogate}/u;
/** What decoders put where bytes were no text, code points that are none, and those that only one font knows. */
const BROKEN = /[\uFFFD\p{Noncharacter_Code_Point}\p{Private_Use}]/u;
/** Every control but the end of a line, and the separators that some programs take for one. */
const CONTROL = /[^\P{Control}\n]|[\u2028\u2029]/u;
const LINE_END = /\r\n?/g;
const WIDE_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/**
 * Takes no place or turns the direction of writing, so that two texts look alike and differ: zero-width signs,
 * bidirectional controls, fillers and blank Braille that are drawn as nothing, tags and variation selectors.
 */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Format}\u2800]/u;
/** Inside an emoji the joiner and the picture selector are part of the picture. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*|[0-9#*]\uFE0F?\u20E3/gu;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_LIMIT + 1}}`, "u");

/**
 * The one text type of the house: well-formed, composed (NFC), free of control and hidden characters, of a known
 * length. What is allowed comes back as it was typed but for spaces: ends are trimmed, exotic spaces become plain,
 * and on one line several become one.
 */
export function cleanText(raw: string, rule: TextRule): Verdict<string, TextRefusal> {
  if (raw.length > rule.maximum * UNCOMPOSED_FACTOR)
    return refused({ code: "too_long", maximum: rule.maximum });
  if (LONE_SURROGATE.test(raw)) return refused({ code: "not_readable" });
  const text = tidySpaces(raw.normalize("NFC"), rule.lines);
  const refusal = judgeSigns(text, rule.lines) ?? judgeLength(text, rule);
  if (refusal) return refused(refusal);
  if (rule.identityNumbers === "refused" && holdsIdentityNumber(text))
    return refused({ code: "identity_number" });
  return allowed(text);
}

function tidySpaces(text: string, lines: TextRule["lines"]): string {
  const spaced = text.replace(LINE_END, "\n").replace(WIDE_SPACES, " ");
  if (lines === "one") return trim(spaced.replace(/ {2,}/g, " "), " ");
  const trimmed = spaced.split("\n").map((line) => line.slice(0, endOf(line, " ")));
  return trim(trimmed.join("\n"), " \n");
}

/** Not String.trim, which would also swallow controls and hidden signs; not a pattern, which backtracks. */
function trim(text: string, signs: string): string {
  const end = endOf(text, signs);
  let start = 0;
  while (start < end && signs.includes(text.charAt(start))) start++;
  return text.slice(start, end);
}

function endOf(text: string, signs: string): number {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return end;
}

function judgeSigns(text: string, lines: TextRule["lines"]): TextRefusal | null {
  if (BROKEN.test(text) || CONTROL.test(text) || TOO_MANY_MARKS.test(text)) return { code: "not_readable" };
  // Pictures give way to as many plain signs, so that what is found hidden keeps its place.
  const hidden = HIDDEN.exec(text.replace(EMOJI, (picture) => "x".repeat(picture.length)));
  if (hidden) return { code: "hidden_character", position: lengthOf(text.slice(0, hidden.index)) + 1 };
  if (lines === "one" && text.includes("\n")) return { code: "line_break" };
  return null;
}

function judgeLength(text: string, rule: TextRule): TextRefusal | null {
  const length = lengthOf(text);
  if (length > rule.maximum) return { code: "too_long", maximum: rule.maximum };
  if (length >= rule.minimum) return null;
  return length === 0 ? { code: "required" } : { code: "too_short", minimum: rule.minimum };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
