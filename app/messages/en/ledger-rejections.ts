import type { LedgerRefusal } from "#app/domain/points/decision.ts";
import type { SentencesOf } from "../rejections.ts";

export const ledgerRejections = {
  decision_id_reused: () =>
    "This was sent under the name of another decision. Reload the page and try again.",
  decision_needs_reason: () => "Give a reason, so that whoever did the work knows.",
} satisfies SentencesOf<LedgerRefusal>;
