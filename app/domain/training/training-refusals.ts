import type { LocalDate } from "../calendar/local-date.ts";

export type TrainingRefusal =
  | { readonly code: "training_code_wrong" }
  | { readonly code: "training_door_closed"; readonly heldOn: LocalDate }
  | { readonly code: "training_called_off" }
  | { readonly code: "training_full"; readonly capacity: number }
  | { readonly code: "training_not_yet"; readonly heldOn: LocalDate }
  | { readonly code: "training_over" }
  | { readonly code: "training_is_you" }
  | { readonly code: "training_changed_meanwhile" }
  | { readonly code: "training_has_people"; readonly count: number }
  | { readonly code: "training_day_passed"; readonly today: LocalDate }
  | { readonly code: "training_place_missing" }
  | { readonly code: "training_not_attended" }
  | { readonly code: "training_pays_nothing" }
  | { readonly code: "training_claim_refused" }
  | { readonly code: "training_topic_taken"; readonly name: string }
  | { readonly code: "training_topics_full"; readonly maximum: number }
  | { readonly code: "course_closed" }
  | { readonly code: "certificate_proof_missing" }
  | { readonly code: "certificate_there_already" }
  | { readonly code: "certificate_decided_already" }
  | { readonly code: "certificate_not_confirmed" }
  | { readonly code: "completed_in_future"; readonly today: LocalDate }
  | { readonly code: "class_sheet_closed" }
  | { readonly code: "class_parts_above_whole"; readonly learners: number };
