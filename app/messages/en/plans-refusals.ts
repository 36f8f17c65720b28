import type { PlanVersionRefusal } from "#app/domain/plan/plan-version.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const planRejections = {
  plan_not_there: () => "There is no such plan.",
  plan_dates_crossed: () => "The end must come after the beginning.",
  plan_replaces_itself: () => "A plan does not replace itself, nor one that came after it.",
  plan_team_sizes_crossed: ({ minimum, maximum }) =>
    `The most (${maximum}) is less than the least (${minimum}).`,
  plan_version_not_future: ({ earliest }) =>
    `Months that closed or run are not recomputed. Choose ${dayInFigures(earliest)} or later.`,
  plan_version_not_period_start: ({ before, after }) =>
    `Choose the first day of a month: ${dayInFigures(before)} or ${dayInFigures(after)}.`,
  plan_version_after_end: ({ endsOn }) => `The plan ends on ${dayInFigures(endsOn)}.`,
  plan_version_before_last: ({ last }) =>
    `There is a version from ${dayInFigures(last)} already. Choose a later day.`,
  plan_version_unchanged: () => "The draft does not differ from the version before.",
  legal_basis_unreadable: ({ line }) =>
    `Line ${line} cannot be read. Each begins with the kind of paper: Luật, Nghị quyết, Quyết định, Kế hoạch.`,
} satisfies SentencesOf<PlanVersionRefusal>;
