import type { Mode } from "../activity/scheme.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { BadgeProposal, RuleAward } from "../plan/badge-proposal.ts";
import type { Participant, VerifiedClaim, VerifiedUnit } from "../points/line.ts";

/** One version of a badge as a commune published it. */
export interface BadgeContent extends Omit<BadgeProposal, "key"> {
  /** Nothing new is earned from the day this version begins; what was earned stays. */
  readonly isRetired: boolean;
}

export interface BadgeVersion {
  readonly version: number;
  /** The day it begins. The first version also judges what was done before it was published. */
  readonly from: LocalDate;
  readonly content: BadgeContent;
}

export interface Badge {
  readonly key: string;
  /** In rising order, at least one. */
  readonly versions: readonly BadgeVersion[];
}

/** A verified claim as badges read it: one the subject had a part in. */
export interface BadgeWork extends Pick<VerifiedClaim, "id" | "activityKey" | "workDate" | "bookedMonth"> {
  readonly units: readonly BadgeUnit[];
  readonly mode: Mode;
  /** D14: named on the record, or the kind of work belongs to it. */
  readonly isOfLearningMovement: boolean;
  /** D05: the member was in the Youth Union on the day of work; of a team, whether anybody of it was. */
  readonly isByYouth: boolean;
  /** The member's own part; of a team's work, of whoever led it. */
  readonly part: Participant["part"];
  /** Somebody is named as the teacher of the class. */
  readonly hasTeacher: boolean;
  /** B20: topics of the session or course the record tells of; empty for work that is no training. */
  readonly trainingTopics: readonly string[];
  readonly pillar: "government" | "economy" | "society" | "common";
}

export interface BadgeUnit
  extends Pick<VerifiedUnit, "ordinal" | "personKey" | "householdId" | "outcome" | "stage" | "isPriority"> {
  /** The household belongs to the village of the team whose work is read; of a member's work it is not asked. */
  readonly isOfVillage?: boolean;
}

/** Everything of one member or team that awards follow from. */
export interface SubjectFacts {
  readonly works: readonly BadgeWork[];
  /** Mondays of weeks that break no streak. */
  readonly excusedWeeks: ReadonlySet<LocalDate>;
  /** Households of the team's villages; 0 for members. */
  readonly households: number;
  /** People a month that the plan asks of a team; null where it asks nothing. */
  readonly monthlyQuota: number | null;
}

export interface BadgeMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly isSealed: boolean;
}

export function contentOfProposal({ key: _, ...proposal }: BadgeProposal): BadgeContent {
  return { ...proposal, isRetired: false };
}

/** Which time of earning the month belongs to: '2026-11', '2026', or '' for what is earned once. */
export function occasionOf(within: RuleAward["within"], monthId: number): string {
  const year = String(Math.floor(monthId / 100));
  switch (within) {
    case "ever":
      return "";
    case "year":
      return year;
    case "month":
      return `${year}-${String(monthId % 100).padStart(2, "0")}`;
  }
}
