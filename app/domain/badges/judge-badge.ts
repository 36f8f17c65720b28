import { daysBetween, type LocalDate } from "../calendar/local-date.ts";
import type { BadgeMeasure, BadgeSubject, PeopleAward } from "../plan/badge-proposal.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { BadgeContent } from "./badge.ts";

export type BadgeRefusal =
  | { readonly code: "badge_not_there" }
  | { readonly code: "badge_goals_not_rising" }
  | { readonly code: "badge_goal_out_of_reach"; readonly most: number }
  | { readonly code: "badge_measure_of_others" }
  | { readonly code: "badge_checklist_too_short"; readonly most: number }
  | { readonly code: "badge_required_not_listed"; readonly most: number }
  | { readonly code: "badge_nothing_drafted" }
  | { readonly code: "badge_unchanged" }
  | { readonly code: "badge_waits_for_second" }
  | { readonly code: "badge_not_proposed" }
  | { readonly code: "badge_needs_another_person" }
  | { readonly code: "badge_changed_meanwhile" }
  | { readonly code: "excused_days_crossed" }
  | { readonly code: "excused_too_long"; readonly most: number }
  | { readonly code: "excused_of_unknown_member" };

/** Measures that only a whole team can reach. */
export const TEAM_MEASURES: readonly BadgeMeasure[] = [
  "household_coverage_basis_points",
  "quota_months_in_a_row",
];

/** The most that can ever be counted, where there is such a figure. */
const MOST: Readonly<Partial<Record<BadgeMeasure, number>>> = {
  pillars_in_a_month: 3,
  household_coverage_basis_points: 10_000,
};

export function judgeBadge(content: BadgeContent): Verdict<BadgeContent, BadgeRefusal> {
  const { award, subject } = content;
  if (award.by !== "rule") return judgePeopleAward(content, award);
  if (!measuresFor(subject).includes(award.measure)) return refused({ code: "badge_measure_of_others" });
  const isRising = award.goals.every((goal, index) => goal > (award.goals[index - 1] ?? 0));
  if (award.goals.length === 0 || !isRising) return refused({ code: "badge_goals_not_rising" });
  const most = MOST[award.measure];
  const last = award.goals.at(-1) ?? 0;
  if (most !== undefined && last > most) return refused({ code: "badge_goal_out_of_reach", most });
  return allowed(content);
}

/** A title asks for no more than its checklist holds; those to be brought along rise from tier to tier. */
function judgePeopleAward(
  content: BadgeContent,
  { checklist, checklistLeast, required = [], mentees = [] }: PeopleAward,
): Verdict<BadgeContent, BadgeRefusal> {
  const most = checklist.length;
  if (checklistLeast > most) return refused({ code: "badge_checklist_too_short", most });
  if (required.some((item) => item > most)) return refused({ code: "badge_required_not_listed", most });
  if (mentees.some((people, index) => people <= (mentees[index - 1] ?? 0)))
    return refused({ code: "badge_goals_not_rising" });
  return allowed(content);
}

/** What can be measured of a member or a team. */
export function measuresFor(subject: BadgeSubject): readonly BadgeMeasure[] {
  return subject === "team" ? [...MEMBER_MEASURES, ...TEAM_MEASURES] : MEMBER_MEASURES;
}

const MEMBER_MEASURES: readonly BadgeMeasure[] = [
  "verified_claims",
  "proficient_people",
  "first_visits",
  "return_visits",
  "active_weeks_in_a_row",
  "priority_people",
  "online_safety_people",
  "classes_taught",
  "help_point_shifts",
  "published_items",
  "recognised_initiatives",
  "pillars_in_a_month",
  "core_training_topics",
];

/** Who proposes does not publish, whatever their roles. */
export function judgeBadgePublisher(
  proposedBy: string | null,
  publisher: string,
): Verdict<null, BadgeRefusal> {
  if (proposedBy === null) return refused({ code: "badge_not_proposed" });
  if (proposedBy === publisher) return refused({ code: "badge_needs_another_person" });
  return allowed(null);
}

/** A quarter of a year: a longer pause is no pause. */
export const MOST_EXCUSED_DAYS = 92;

export function judgeExcused(firstDay: LocalDate, lastDay: LocalDate): Verdict<null, BadgeRefusal> {
  if (lastDay < firstDay) return refused({ code: "excused_days_crossed" });
  if (daysBetween(firstDay, lastDay) > MOST_EXCUSED_DAYS)
    return refused({ code: "excused_too_long", most: MOST_EXCUSED_DAYS });
  return allowed(null);
}

export const EXCUSED_REASONS = ["storm", "tet", "harvest", "leave", "other"] as const;
export type ExcusedReason = (typeof EXCUSED_REASONS)[number];
