import type { SchemeRefusal } from "#app/domain/activity/judge-scheme.ts";
import type { SentencesOf } from "../rejections.ts";

export const schemeRejections = {
  scheme_kind_not_there: () => "The rules have no such kind of work.",
  scheme_points_not_rising: () =>
    "Points must be above 0, and no later figure lower than the one before: knows, with help, proficient.",
  scheme_bonus_crossed: () => "The most a bonus can come to is less than one bonus.",
  scheme_mode_missing: () => "Choose at least one way of working.",
  scheme_limits_crossed: () =>
    "Caps must be above 0; the cap of a day no higher than that of a month; the campaign factor from 100 to 150.",
  scheme_nothing_drafted: () => "There is no draft.",
  scheme_unchanged: () => "The draft does not differ from the newest version.",
  scheme_waits_for_second: () =>
    "The draft waits for the second person. Take the proposal back before editing.",
  scheme_not_proposed: () => "Nobody has proposed this draft.",
  scheme_needs_another_person: () => "You proposed it. Another person must publish.",
  scheme_not_future: ({ earliest }) =>
    `Months that have begun keep their rules. Choose ${earliest} or later.`,
  scheme_not_month_start: ({ before, after }) => `Choose the first day of a month: ${before} or ${after}.`,
  scheme_before_last: ({ last }) => `A version from ${last} exists. Choose a later day.`,
} satisfies SentencesOf<SchemeRefusal>;
