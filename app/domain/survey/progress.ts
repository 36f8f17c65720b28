import type { OutcomeAtDoor } from "./answers.ts";

/** How far a round has come, in households. What is in none of the four nobody has been to yet. */
export interface SurveyProgress {
  /** Of the list, but for those away for long whom nobody met either. */
  readonly listed: number;
  readonly answered: number;
  readonly refused: number;
  readonly absent: number;
  readonly begun: number;
}

export type DoorState = "open" | "begun" | "answered" | "refused" | "absent" | "away";

export function doorState(
  form: { readonly outcome: OutcomeAtDoor | null; readonly isComplete: boolean } | null,
  isLongAbsent: boolean,
): DoorState {
  if (form === null) return isLongAbsent ? "away" : "open";
  if (!form.isComplete) return "begun";
  return form.outcome ?? "begun";
}

/** Whoever answered, refused or was not in has been asked. */
export function askedOf({ answered, refused, absent }: SurveyProgress): number {
  return answered + refused + absent;
}

export function sumProgress(parts: readonly SurveyProgress[]): SurveyProgress {
  return parts.reduce(
    (sum, each) => ({
      listed: sum.listed + each.listed,
      answered: sum.answered + each.answered,
      refused: sum.refused + each.refused,
      absent: sum.absent + each.absent,
      begun: sum.begun + each.begun,
    }),
    { listed: 0, answered: 0, refused: 0, absent: 0, begun: 0 },
  );
}
