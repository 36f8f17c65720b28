import { cleanText, type TextRule } from "../text/clean-text.ts";
import type { ClaimContent } from "./claim.ts";
import type { ClaimField, ClaimProblem } from "./claim-refusals.ts";

const LINE: Omit<TextRule, "maximum"> = { minimum: 1, lines: "one", identityNumbers: "refused" };
const PLACE: TextRule = { ...LINE, maximum: 160 };
const NOTE: TextRule = { ...LINE, maximum: 500, lines: "many" };
const LINK: TextRule = { ...LINE, maximum: 500 };
const MOVEMENT: TextRule = { ...LINE, maximum: 60 };

export interface TidyClaim {
  readonly content: ClaimContent;
  readonly problems: readonly ClaimProblem[];
}

/**
 * Free text in the one spelling it is kept in; nothing typed is nothing. T9: a citizen's number is refused with
 * its own sentence, wherever it stands.
 */
export function tidyClaim(content: ClaimContent): TidyClaim {
  const problems: ClaimProblem[] = [];
  const tidy = (field: ClaimField, text: string | null, rule: TextRule, index?: number) => {
    if (text === null || text.trim() === "") return null;
    const verdict = cleanText(text, rule);
    if (verdict.ok) return verdict.value;
    const { ok: _, ...refusal } = verdict;
    problems.push({ ...refusal, field, ...(index === undefined ? {} : { index }) });
    return text;
  };
  const movements = content.movements.flatMap(
    (movement, index) => tidy("movements", movement, MOVEMENT, index) ?? [],
  );
  return {
    content: {
      ...content,
      place: tidy("place", content.place, PLACE),
      note: tidy("note", content.note, NOTE),
      link: tidy("link", content.link, LINK),
      movements,
    },
    problems,
  };
}
