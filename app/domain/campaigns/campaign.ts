import type { Instant, LocalDate } from "../calendar/local-date.ts";

/** D15: an emulation movement; D17: a peak; L26: a volunteer campaign; D05: a campaign of the Youth Union. */
export const CAMPAIGN_KINDS = ["movement", "peak", "volunteer", "youth"] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_OWNERS = ["commune", "youth_union"] as const;
export type CampaignOwner = (typeof CAMPAIGN_OWNERS)[number];

/** D18: regularly, or in the peaks the commune launches. */
export const PARTICIPATIONS = ["regular", "peak"] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** Distinct people, visits, households and records of verified work that counts for it. */
export const GOAL_METRICS = ["people", "visits", "households", "records"] as const;
export type GoalMetric = (typeof GOAL_METRICS)[number];

export interface CampaignGoal {
  readonly metric: GoalMetric;
  readonly number: number;
}

/** Factors are hundredths: 150 is one and a half. */
export const FACTOR_NONE = 100;
export const FACTOR_CEILING = 150;

/** What scoring must know. Nothing of it changes once it is published. */
export interface CampaignRule {
  readonly id: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly factor: number;
  /** None: every kind. */
  readonly activityKeys: readonly string[];
  /** None: every service, and work without one. */
  readonly serviceKeys: readonly string[];
  /** What the record must name; null where it need name nothing. */
  readonly movement: string | null;
  /** None: every team. */
  readonly teamIds: readonly number[];
}

/** What the office and the Youth Union write. */
export interface CampaignContent extends Omit<CampaignRule, "id"> {
  readonly kind: CampaignKind;
  readonly owner: CampaignOwner;
  readonly name: string;
  readonly purpose: string | null;
  readonly documentNumber: string | null;
  readonly documentDay: LocalDate | null;
  readonly documentBody: string | null;
  readonly goals: readonly CampaignGoal[];
}

export interface CampaignFacts extends CampaignContent {
  readonly id: string;
  readonly revision: number;
  readonly proposedBy: string | null;
  readonly publishedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawReason: string | null;
}

export type CampaignPhase = "draft" | "waiting" | "coming" | "running" | "ended" | "withdrawn";

export function phaseOf(campaign: CampaignFacts, today: LocalDate): CampaignPhase {
  if (campaign.withdrawnAt !== null) return "withdrawn";
  if (campaign.publishedAt === null) return campaign.proposedBy === null ? "draft" : "waiting";
  if (today < campaign.startsOn) return "coming";
  return today <= campaign.endsOn ? "running" : "ended";
}
