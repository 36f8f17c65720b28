import type { LocalDate } from "../calendar/local-date.ts";
import type { ActivityProposal, PointLimits } from "../plan/activity-proposal.ts";

/** The ways work is done (C21 to C24, C28, L13, L24). */
export const MODES = [
  "home_visit",
  "hands_on",
  "meeting",
  "online_group",
  "mobile_point",
  "one_stop_counter",
  "class",
  "broadcast",
] as const;
export type Mode = (typeof MODES)[number];

/** C30: only the last of them counts for the quota of 50. */
export const OUTCOMES = ["knows", "with_help", "proficient"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** L32: whom the work was for. */
export const AUDIENCES = [
  "residents",
  "households",
  "business",
  "cooperative",
  "organisation",
  "parents",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Named wholes a kind of work belongs to; work tagged twice is still counted once (L03, L21). */
export const SCHEME_TAGS = ["digital-literacy-movement", "project-06"] as const;
export type SchemeTag = (typeof SCHEME_TAGS)[number];

/** A kind of work as a commune's rules hold it: the plan's proposal, and what the office made of it. */
export interface ActivityKind extends ActivityProposal {
  readonly modes: readonly Mode[];
  readonly tags: readonly SchemeTag[];
  /** Topics of training that prepare for it: a hint, never a bar (SCORING.md section 4, row 2). */
  readonly topics: readonly string[];
  /** No new work of this kind from this day on; what was done stays (C18). */
  readonly retiredOn: LocalDate | null;
}

/** One version of a commune's rules of points. A month pins the version it opens with (rule 5). */
export interface Scheme {
  readonly activities: readonly ActivityKind[];
  readonly limits: PointLimits;
}

export function kindOf(scheme: Scheme, key: string): ActivityKind | null {
  return scheme.activities.find((activity) => activity.key === key) ?? null;
}
