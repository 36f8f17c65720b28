/**
 * The village's score of the year, 0 to 100, as a sheet of criteria. How each figure is made is a closed set
 * of rules; how much it weighs is the commune's to decide. Weights and points are hundredths.
 */
export type CriterionRule =
  /** Mean over counted periods of min(1, people / quota); the quota is the smaller of the two bounds. */
  | {
      readonly kind: "proficient_people";
      readonly quotaPerTeam: number | null;
      readonly quotaOfAdultsBasisPoints: number;
      readonly agreementFloorBasisPoints: number;
    }
  | {
      readonly kind: "household_coverage";
      readonly fullAtBasisPoints: number;
      /** Confirmed long-absent households leave the denominator, but never more than this share of it. */
      readonly absentAtMostBasisPoints: number;
    }
  /** Mean of what was reached (e/t) and of the gap that was closed ((e-s)/(t-s)). */
  | { readonly kind: "improvement"; readonly rates: readonly ImprovementRate[] | "targets_of_the_plan" }
  | {
      readonly kind: "audit_agreement";
      readonly sample: number;
      readonly noneAtBasisPoints: number;
      readonly fullAtBasisPoints: number;
    }
  | { readonly kind: "priority_reach"; readonly fullAtBasisPoints: number }
  | { readonly kind: "reports_on_time"; readonly lateDays: number; readonly lateShareBasisPoints: number }
  | { readonly kind: "training_attendance" }
  | {
      readonly kind: "recognised_work";
      readonly initiative: number;
      readonly replicated: number;
      readonly publishedStory: number;
    }
  | { readonly kind: "campaign_goals" };

export type ImprovementRate = "eid_level_2" | "e_payment_account" | "e_health_book" | "digital_signature";

export interface CriterionProposal {
  readonly key: string;
  readonly name: string;
  readonly explanation: string;
  readonly weight: number;
  /** A bonus stands outside the hundred and is not cut at it. */
  readonly isBonus: boolean;
  readonly rule: CriterionRule;
}

/** Half-open on the unrounded score: from this value up to the next band. */
export interface BandProposal {
  readonly key: "excellent" | "good" | "fair" | "average" | "weak";
  readonly name: string;
  readonly from: number;
}

export interface ScoreSheetProposal {
  readonly criteria: readonly CriterionProposal[];
  readonly bands: readonly BandProposal[];
}

export const FULL_SHEET = 10_000;
