import type { PublicationYearRefusal } from "#app/domain/year-publication/posting.ts";
import type { SentencesOf } from "../rejections.ts";

export const yearPublicationRefusals = {
  publication_not_locked: () => "The result is not locked, so it cannot be published.",
  publication_done: ({ document, on }) => `It was published by document ${document} of ${on}.`,
  publication_before_lock: ({ lockedOn }) => `The document cannot be older than the lock of ${lockedOn}.`,
  publication_day_ahead: () => "The day of the document has not come.",
  publication_not_read: () => "Tick that you have read the result before you publish it.",
  posting_before_decision: ({ decidedOn }) => `It cannot hang before the document of ${decidedOn}.`,
  posting_days_reversed: () => "It cannot be taken down before it was posted.",
} satisfies SentencesOf<PublicationYearRefusal>;
