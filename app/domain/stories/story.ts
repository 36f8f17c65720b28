import { allowed, refused, type Verdict } from "../verdict.ts";
import type { StoryRefusal } from "./story-refusals.ts";
import type { StoryState } from "./story-states.ts";

export type { AdoptionState, StoryState } from "./story-states.ts";

/** H02, H10, H13: what a story is for. */
export const STORY_KINDS = ["example", "good_practice", "short_guide", "fraud_warning", "news"] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

export const STORY_FIELDS = ["government", "economy", "society", "common"] as const;
export type StoryField = (typeof STORY_FIELDS)[number];

/** B10, H10 to H12: where it went out. What is heard or pinned up has no address. */
export const STORY_CHANNELS = [
  "portal",
  "zalo_oa",
  "facebook",
  "digital_village",
  "video",
  "loudspeaker",
  "notice_board",
] as const;
export type StoryChannel = (typeof STORY_CHANNELS)[number];

export const MOST_PHOTOS = 4;
export const MOST_NAMED = 20;
/** H01: "tối thiểu 01 tin, bài"; where a plan names no figure of its own. */
export const STORIES_A_MONTH = 1;

export type StoryAct = "write" | "submit" | "return" | "approve" | "publish" | "remove";

const FROM: Readonly<Record<StoryAct, readonly StoryState[]>> = {
  write: ["draft", "needs_changes"],
  submit: ["draft", "needs_changes"],
  return: ["submitted", "approved"],
  approve: ["submitted"],
  publish: ["approved"],
  remove: ["published"],
};

const TO: Readonly<Record<Exclude<StoryAct, "write">, StoryState>> = {
  submit: "submitted",
  return: "needs_changes",
  approve: "approved",
  publish: "published",
  remove: "removed",
};

export function hasAddress(channel: StoryChannel): boolean {
  return channel !== "loudspeaker" && channel !== "notice_board";
}

interface StoryFacts {
  readonly state: StoryState;
  readonly isAuthor: boolean;
  readonly isEditor: boolean;
}

/** H02: the author writes and sends in; what becomes of it then, an editor decides who is never the author. */
export function moveStory(
  { state, isAuthor, isEditor }: StoryFacts,
  act: StoryAct,
): Verdict<
  StoryState,
  Extract<StoryRefusal, { code: "story_not_open" | "story_is_yours" }> | { readonly code: "not_permitted" }
> {
  const isOfAuthor = act === "write" || act === "submit";
  if (isOfAuthor ? !isAuthor : !isEditor) return refused({ code: "not_permitted" });
  // Taking down is open to everybody who edits: a name that must go does not wait for a second officer.
  if (!isOfAuthor && act !== "remove" && isAuthor) return refused({ code: "story_is_yours" });
  if (!FROM[act].includes(state)) return refused({ code: "story_not_open", state });
  return allowed(act === "write" ? state : TO[act]);
}

export interface NamedPerson {
  readonly name: string;
  /** Null until somebody asked them and they said yes. */
  readonly askedOn: string | null;
  readonly withdrawnOn: string | null;
}

export function agreed({ askedOn, withdrawnOn }: Omit<NamedPerson, "name">): boolean {
  return askedOn !== null && withdrawnOn === null;
}

/** Luật 91/2025/QH15: nobody is named before strangers who did not agree to it. */
export function judgeNames(
  people: readonly NamedPerson[],
): Verdict<null, Extract<StoryRefusal, { code: "story_names_without_consent" }>> {
  const names = people.filter((person) => !agreed(person)).map(({ name }) => name);
  return names.length > 0 ? refused({ code: "story_names_without_consent", names }) : allowed(null);
}

/** Full names of the commune's roster that stand in the text and in no line of those named. */
export function findUnlisted(text: string, roster: readonly string[], listed: readonly string[]): string[] {
  const fold = (each: string) => each.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
  const written = fold(text);
  const known = new Set(listed.map(fold));
  return [...new Set(roster)].filter((name) => {
    const folded = fold(name);
    return folded.includes(" ") && !known.has(folded) && holdsWord(written, folded);
  });
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isBorder = (sign: string | undefined) => sign === undefined || !/\p{L}/u.test(sign);
    if (isBorder(text[at - 1]) && isBorder(text[at + word.length])) return true;
  }
  return false;
}

/** Typed one name to a line. */
export function namesOf(text: string): string[] {
  const names = text
    .split(/[\n,;]/)
    .map((each) => each.normalize("NFC").replace(/\s+/g, " ").trim())
    .filter((each) => each !== "");
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLocaleLowerCase("vi");
    return !seen.has(key) && seen.add(key);
  });
}

/** Plain text, an empty line between two of them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n|\n/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** The first words, for lists and for what a chat shows of a link. */
export function excerptOf(body: string, length = 160): string {
  const text = paragraphsOf(body).join(" ");
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[,.;: ]+$/, "")}…`;
}
