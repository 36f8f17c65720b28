import type { LookRefusal } from "#app/domain/audits/may-look.ts";
import type { SentencesOf } from "../rejections.ts";

export const lookRejections = {
  look_not_there: () => "This work was not drawn.",
  look_took_part: () => "You or somebody of your household took part. Another person asks.",
  look_verified_by_you: () => "You verified this work. Another person asks.",
  look_stands: () => "The result of this second look stands.",
} satisfies SentencesOf<LookRefusal>;
