import type { LocalDate } from "../calendar/local-date.ts";
import type { AdoptionState, StoryState } from "./story-states.ts";

export type StoryRefusal =
  | { readonly code: "story_not_open"; readonly state: StoryState }
  | { readonly code: "story_is_yours" }
  | { readonly code: "story_changed" }
  | { readonly code: "story_names_without_consent"; readonly names: readonly string[] }
  | { readonly code: "story_names_not_listed"; readonly names: readonly string[] }
  | { readonly code: "story_too_many_names"; readonly maximum: number }
  | { readonly code: "story_too_many_photos"; readonly maximum: number }
  | { readonly code: "story_link_malformed" }
  | { readonly code: "story_date_in_future"; readonly today: LocalDate }
  | { readonly code: "story_due_in_past"; readonly today: LocalDate }
  | { readonly code: "story_taken_already" }
  | { readonly code: "story_of_own_team" }
  | { readonly code: "story_adoption_state"; readonly state: AdoptionState }
  | { readonly code: "story_adoption_yours" }
  | { readonly code: "story_claim_waits" };
