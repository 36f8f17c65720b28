/** A badge is earned by rule, from verified work alone, or given by people who put their names to it. */
export type BadgeMeasure =
  | "verified_claims"
  | "proficient_people"
  | "first_visits"
  | "return_visits"
  | "active_weeks_in_a_row"
  | "priority_people"
  | "online_safety_people"
  | "classes_taught"
  | "help_point_shifts"
  | "published_items"
  | "pillars_in_a_month"
  | "household_coverage_basis_points"
  | "quota_months_in_a_row";

export interface BadgeProposal {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly subject: "member" | "team" | "household";
  readonly award:
    | {
        readonly by: "rule";
        readonly measure: BadgeMeasure;
        readonly atLeast: number;
        readonly within: "month" | "year" | "ever";
      }
    /** K12, D01, D02: titles of record; approvals come from different persons. */
    | {
        readonly by: "people";
        readonly approvals: number;
        readonly checklist: readonly string[];
        readonly checklistLeast: number;
      };
  /** Months until it is looked at again; null where it stays. */
  readonly termMonths: number | null;
}
