import type { BadgeRefusal } from "#app/domain/badges/judge-badge.ts";
import type { SentencesOf } from "../rejections.ts";

export const badgeRejections = {
  badge_not_there: () => "There is no such badge.",
  badge_goals_not_rising: () => "Each goal must be higher than the one before, and the first above 0.",
  badge_goal_out_of_reach: ({ most }) => `Nobody can reach this. The most is ${most}.`,
  badge_measure_of_others: () => "Only a whole team can be measured by this.",
  badge_checklist_too_short: ({ most }) => `The checklist holds only ${most}.`,
  badge_required_not_listed: ({ most }) =>
    `The checklist holds only ${most}. Write numbers from 1 to ${most}.`,
  badge_nothing_drafted: () => "Nothing is drafted.",
  badge_unchanged: () => "The draft is the version in use.",
  badge_waits_for_second: () => "The draft waits for the second person. Withdraw the proposal to edit it.",
  badge_not_proposed: () => "Nobody has proposed this draft.",
  badge_needs_another_person: () => "You proposed it. Somebody else must publish.",
  badge_changed_meanwhile: () => "Somebody has just changed this. Read it again and go on.",
  excused_days_crossed: () => "The last day must not lie before the first.",
  excused_too_long: ({ most }) => `At most ${most} days at a time.`,
  excused_of_unknown_member: () => "There is no such member.",
} satisfies SentencesOf<BadgeRefusal>;
