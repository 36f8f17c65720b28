/** The first set-up of a commune, step by step; it can be left at any step and taken up again, by any officer. */
export const SETUP_STEPS = [
  "plan",
  "identity",
  "villages",
  "words",
  "second_officer",
  "recovery_codes",
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type StepState = "done" | "put_off" | "open";

/** Without these a commune cannot work; the others may wait, and the overview keeps reminding of them. */
export const NEEDED_STEPS: readonly SetupStep[] = ["plan", "identity", "villages"];

export function isSetupStep(text: string): text is SetupStep {
  return (SETUP_STEPS as readonly string[]).includes(text);
}

export type StepStates = Readonly<Record<SetupStep, StepState>>;

/** Where to go on: the first step nobody has done or put off. Null when each has its answer. */
export function nextStep(states: StepStates): SetupStep | null {
  return SETUP_STEPS.find((step) => states[step] === "open") ?? null;
}

export function missingSteps(states: StepStates): SetupStep[] {
  return NEEDED_STEPS.filter((step) => states[step] !== "done");
}

/** What the verbs of set-up and settings may answer. */
export type SetupRefusal =
  /** Somebody else saved in between; what stands now is shown beside what was typed. */
  | { readonly code: "changed_meanwhile" }
  | { readonly code: "commune_code_taken" }
  | { readonly code: "plan_fixed_after_setup" }
  | { readonly code: "village_name_taken" }
  | { readonly code: "village_in_use" }
  | { readonly code: "villages_none_pasted" }
  | { readonly code: "village_lines_too_many"; readonly maximum: number }
  | { readonly code: "village_lines_refused"; readonly count: number }
  | { readonly code: "setup_steps_missing"; readonly steps: readonly SetupStep[] };
