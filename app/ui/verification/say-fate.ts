import type { Catalogue } from "#app/messages/catalogue.ts";
import type { Format } from "#app/messages/format.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import type { Fate, Result } from "./use-decisions.ts";

/** What came of a decision, in a sentence; honest about caps and about what is still on its way. */
export function sayFate(
  { card, decision, state, result }: Fate,
  words: Catalogue["verification"],
  format: Format,
  sayRejection: (rejection: Rejection) => string,
): string {
  const name = card.memberName;
  switch (state) {
    case "sending":
      return `${words.sending}: ${card.activityName}, ${name}`;
    case "unsent":
      return `${words.notSent} ${card.activityName}, ${name}`;
    case "undone":
      return words.undone(name);
    case "refused":
      return result && !result.ok ? `${name}: ${sayRejection(result.refusal)}` : name;
    case "done":
      if (decision.verdict === "return") return words.returnedDone(name);
      if (decision.verdict === "reject") return words.rejectedDone(name);
      return sayApproval(name, result, words, format);
  }
}

export function sayApproval(
  name: string,
  result: Result | null,
  words: Catalogue["verification"],
  format: Format,
): string {
  if (!result?.ok) return name;
  const { points, capped, isAdjustment } = result;
  const gain = points === 0 ? words.approvedNone(name) : words.approved(name, format.points(points));
  const cap = capped ? words.capped(format.points(capped.counted), format.points(capped.gross)) : null;
  return [gain, cap, isAdjustment ? words.adjustment : null].filter(Boolean).join(" ");
}
