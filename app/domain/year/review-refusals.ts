import type { LocalDate } from "../calendar/local-date.ts";
import type { MonthState } from "../months/month.ts";

export type ReviewRefusal =
  | { readonly code: "review_months_backwards" }
  | { readonly code: "review_too_long"; readonly most: number }
  | { readonly code: "review_month_on_trial"; readonly month: number }
  | { readonly code: "review_sheet_not_adopted" }
  | { readonly code: "review_of_year_known"; readonly year: number; readonly title: string }
  | {
      readonly code: "review_month_unsealed";
      /** In order; a month without a state has not begun. */
      readonly months: readonly {
        readonly id: number;
        readonly state: Exclude<MonthState, "sealed"> | null;
      }[];
    }
  | { readonly code: "review_comments_run"; readonly until: LocalDate }
  | { readonly code: "review_words_unanswered"; readonly count: number }
  | { readonly code: "review_locked"; readonly by: string; readonly at: number }
  | { readonly code: "review_scores_nobody" }
  | { readonly code: "review_criterion_not_told" }
  | { readonly code: "review_points_over_maximum"; readonly maximum: number }
  | { readonly code: "review_points_malformed" }
  | { readonly code: "review_share_malformed" }
  | { readonly code: "review_village_not_known" }
  | { readonly code: "review_not_confirmed" };
