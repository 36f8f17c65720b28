import type { LocalDate } from "../calendar/local-date.ts";

/** Why nobody is proposed for now (Nghị định 152/2025, Điều 4 khoản 4); the last one is the house's own rule. */
export const HOLD_KINDS = [
  "discipline",
  "investigation",
  "inspection",
  "complaint",
  "press",
  "falsehood",
] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

interface Hold {
  readonly kind: HoldKind;
  readonly fromDay: LocalDate;
  /** The first day on which it no longer holds. */
  readonly clearedOn: LocalDate | null;
}

export interface HoldView extends Hold {
  readonly id: string;
  readonly recipient: string;
  readonly name: string;
  readonly reason: string;
  readonly document: string;
  readonly enteredBy: string;
  readonly cleared: {
    readonly reason: string;
    readonly document: string;
    readonly by: string;
  } | null;
}

export function isHolding(
  { fromDay, clearedOn }: Pick<Hold, "fromDay" | "clearedOn">,
  day: LocalDate,
): boolean {
  return fromDay <= day && (clearedOn === null || day < clearedOn);
}

/** After a discipline only what was achieved since its end counts. */
export function achievementsCountFrom(holds: readonly Hold[], firstDay: LocalDate): LocalDate {
  return holds
    .filter(({ kind }) => kind === "discipline")
    .reduce((from, { clearedOn }) => (clearedOn !== null && clearedOn > from ? clearedOn : from), firstDay);
}
