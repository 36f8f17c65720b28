import type { RulesRefusal } from "./threshold.ts";

export type CouncilRefusal =
  | RulesRefusal
  | { readonly code: "council_chair_taken"; readonly name: string }
  | { readonly code: "council_account_taken"; readonly name: string }
  | { readonly code: "council_term_ends_too_early" }
  | { readonly code: "council_empty" }
  | { readonly code: "council_without_chair" }
  | { readonly code: "council_review_not_locked" }
  | { readonly code: "council_session_closed" }
  | { readonly code: "council_paper_missing" }
  | { readonly code: "council_round_runs" }
  | { readonly code: "council_round_closed" }
  | { readonly code: "council_quorum_missing"; readonly counted: number; readonly needed: number }
  | { readonly code: "council_nobody_to_vote_on" }
  | { readonly code: "council_not_proposed"; readonly name: string }
  | { readonly code: "council_secret_not_possible"; readonly names: string }
  | { readonly code: "council_no_vote_here" }
  | { readonly code: "council_voted_already" }
  | { readonly code: "council_vote_incomplete"; readonly name: string }
  | { readonly code: "council_nobody_voted" }
  | { readonly code: "council_paper_does_not_add_up"; readonly name: string; readonly valid: number }
  | { readonly code: "council_more_ballots_than_voters"; readonly voters: number }
  | { readonly code: "mark_no_seat" }
  | { readonly code: "mark_own_village"; readonly village: string }
  | { readonly code: "mark_not_on_scale"; readonly maximum: number; readonly step: number }
  | { readonly code: "mark_by_own_account"; readonly name: string }
  | { readonly code: "council_not_tied" }
  | { readonly code: "council_chair_side_wrong"; readonly places: number };
