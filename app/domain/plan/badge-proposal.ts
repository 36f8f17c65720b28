/** A badge is earned by rule, from verified work alone, or given by people who put their names to it. */
export const BADGE_MEASURES = [
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
  "household_coverage_basis_points",
  "quota_months_in_a_row",
  "core_training_topics",
] as const;
export type BadgeMeasure = (typeof BADGE_MEASURES)[number];

export const BADGE_WINDOWS = ["month", "year", "ever"] as const;
export type BadgeWindow = (typeof BADGE_WINDOWS)[number];

/**
 * What of the work counts: all of it (null), what belongs to the movement "Học tập số toàn dân" (D14), what was done
 * at mobile points (D10), or what members of the Youth Union did (D05).
 */
export const BADGE_LIMITS = ["learning_movement", "mobile_point", "youth_union"] as const;
export type BadgeLimit = (typeof BADGE_LIMITS)[number];

export const BADGE_SUBJECTS = ["member", "team", "household", "village"] as const;
export type BadgeSubject = (typeof BADGE_SUBJECTS)[number];

export interface BadgeProposal {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly subject: BadgeSubject;
  readonly award: RuleAward | PeopleAward;
  /** Months until it is looked at again; null where it stays. */
  readonly termMonths: number | null;
}

export interface RuleAward {
  readonly by: "rule";
  readonly measure: BadgeMeasure;
  /** One goal, or up to three in rising order: bronze, silver, gold. */
  readonly goals: readonly number[];
  readonly within: BadgeWindow;
  readonly only: BadgeLimit | null;
}

/** K12, D01, D02: titles of record; approvals come from different persons. */
export interface PeopleAward {
  readonly by: "people";
  readonly approvals: number;
  readonly checklist: readonly string[];
  readonly checklistLeast: number;
  /** D02: items, counted from 1, without which the others do not help. */
  readonly required?: readonly number[] | undefined;
  /** D01: people to be brought to proficiency, a figure for each tier. */
  readonly mentees?: readonly number[] | undefined;
}
