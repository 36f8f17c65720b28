import type { WalkRefusal } from "#app/domain/gap-walks/gap.ts";
import type { SentencesOf } from "../rejections.ts";

export const gapWalkRefusals = {
  walk_no_doors: () => "No door lacks this any more, or others have taken them all. Choose something else.",
  walk_not_in_team: () => "This person is not in the team of that place.",
  walk_sent_otherwise: () => "This was sent before with other content. Load the page again.",
} satisfies SentencesOf<WalkRefusal>;
