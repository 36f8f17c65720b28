import type { TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import type { SentencesOf } from "../rejections.ts";

export const targetRejections = {
  target_month_over: () => "This month is over and its targets stand. Choose the running month or the next.",
  target_month_far: ({ until }) =>
    `Targets reach to ${until % 100}/${Math.floor(until / 100)} and no further yet.`,
  target_changed: () => "Somebody else has just changed this. Look again, then save once more.",
  target_own_word: () => "Whoever proposed does not approve. Ask somebody else.",
  target_not_waiting: () => "This proposal has been answered, or a newer one took its place.",
} satisfies SentencesOf<TargetRefusal>;
