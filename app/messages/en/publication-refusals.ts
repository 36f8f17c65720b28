import type { PublicationRefusal } from "#app/domain/publication/tv-code.ts";
import type { SentencesOf } from "../rejections.ts";

export const publicationRejections = {
  publication_changed: ({ isPublic }): string =>
    isPublic
      ? "Somebody has just made this board public. Look again and decide."
      : "Somebody has just stopped publishing this board. Look again and decide.",
  too_many_tv_codes: ({ maximum }) => `There are ${maximum} screens. Switch off those not in use first.`,
  tv_code_shown_already: () =>
    "This screen exists and its address was shown once. If you could not copy it, switch it off and make another.",
} satisfies SentencesOf<PublicationRefusal>;
