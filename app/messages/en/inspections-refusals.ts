import type { InspectionRefusal } from "#app/domain/inspections/inspection.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const inspectionRejections = {
  inspection_in_future: ({ today }) =>
    `The day of the visit cannot lie after today (${dayInFigures(today)}).`,
  inspection_place_gone: () => "This village or team is no longer there. Choose again.",
  inspection_due_missing: () => "Say by when, for instance 30/11/2026.",
  inspection_due_before_visit: () => "It cannot be due before the visit.",
  inspection_follow_up_missing: () => "What is serious needs something to be mended, and a day.",
  inspection_nothing_to_follow: () => "It was recorded as mended already, or nothing was to be mended.",
} satisfies SentencesOf<InspectionRefusal>;
