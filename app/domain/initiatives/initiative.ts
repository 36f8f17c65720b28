import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

export const INITIATIVE_STATES = [
  "draft",
  "submitted",
  "reviewed",
  "piloted",
  "recognised",
  "declined",
] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** H05, H06: whoever proposes; an office is no village and is not scored as one. */
export const PROPOSERS = ["member", "team", "office"] as const;
export type Proposer = (typeof PROPOSERS)[number];

/** What the office says of one, each with a reason. */
export const INITIATIVE_ACTS = ["return", "review", "pilot", "recognise", "replicate", "decline"] as const;
export type OfficeAct = (typeof INITIATIVE_ACTS)[number];
export type InitiativeAct = OfficeAct | "submit";

export type InitiativeStage = "piloted" | "recognised";

export type InitiativeRefusal =
  | { readonly code: "initiative_not_open"; readonly state: InitiativeState }
  | { readonly code: "initiative_is_yours" }
  | { readonly code: "initiative_unit_missing" }
  | { readonly code: "initiative_village_missing" }
  | { readonly code: "initiative_replica_known" }
  | { readonly code: "initiative_document_missing" }
  | { readonly code: "initiative_link_malformed" }
  | { readonly code: "initiative_date_in_future"; readonly today: LocalDate }
  | { readonly code: "initiative_claim_waits" };

const FROM: Readonly<Record<InitiativeAct, readonly InitiativeState[]>> = {
  submit: ["draft"],
  return: ["submitted"],
  review: ["submitted"],
  pilot: ["reviewed"],
  recognise: ["piloted"],
  replicate: ["piloted", "recognised"],
  decline: ["submitted", "reviewed", "piloted"],
};

const TO: Readonly<Record<Exclude<InitiativeAct, "replicate">, InitiativeState>> = {
  submit: "submitted",
  return: "draft",
  review: "reviewed",
  pilot: "piloted",
  recognise: "recognised",
  decline: "declined",
};

/** H04: draft, submitted, reviewed, piloted, recognised or declined; no step is left out. */
export function moveInitiative(
  state: InitiativeState,
  act: InitiativeAct,
): Verdict<InitiativeState, Extract<InitiativeRefusal, { code: "initiative_not_open" }>> {
  if (!FROM[act].includes(state)) return refused({ code: "initiative_not_open", state });
  return allowed(act === "replicate" ? state : TO[act]);
}

/** The office's steps that are open in a state, in the order they are offered. */
export function openActs(state: InitiativeState): OfficeAct[] {
  return INITIATIVE_ACTS.filter((act) => FROM[act].includes(state));
}

/** What a step leads to on the record of its author. */
export function stageOf(act: InitiativeAct): InitiativeStage | null {
  if (act === "pilot") return "piloted";
  return act === "recognise" ? "recognised" : null;
}
