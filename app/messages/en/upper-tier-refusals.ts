import type { UpperTierRefusal } from "#app/domain/upper-tier/upper-unit.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const upperTierRejections = {
  upper_in_future: ({ today }) => `Choose today, ${dayInFigures(today)}, or earlier.`,
  upper_before_current: ({ from }) => `Choose ${dayInFigures(from)}, the last day entered, or later.`,
  upper_reader_unknown: () => "No reader of the upper tier has this login name.",
  upper_reader_already: () => "They can read already.",
} satisfies SentencesOf<UpperTierRefusal>;
