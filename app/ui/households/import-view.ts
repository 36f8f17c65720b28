import type { HouseholdFate, ReadHousehold } from "#app/domain/households/plan-household-import.ts";

export type HouseholdLineFate = "problem" | "create" | "update" | "same" | "ignored";
export const HOUSEHOLD_LINE_FATES: readonly HouseholdLineFate[] = [
  "problem",
  "create",
  "update",
  "same",
  "ignored",
];

export interface HouseholdImportLine {
  readonly line: number;
  readonly place: { readonly sheet: string; readonly row: number };
  readonly household: ReadHousehold;
  readonly outcome: HouseholdFate;
  /** As the line reads now, word for word. */
  readonly typed: {
    readonly village: string;
    readonly code: string;
    readonly lane: string;
    readonly head: string;
    readonly adults: string;
  };
  readonly villageName: string;
  readonly otherRow: number | null;
}

/** An import of households as its page is given it. */
export interface HouseholdImportPage {
  readonly state: "previewed" | "applied" | "undone" | "discarded";
  readonly summary: {
    readonly counts: Readonly<Record<HouseholdLineFate, number>>;
    readonly sections: number;
    readonly totals: number;
    readonly ignoredCitizenIds: boolean;
    readonly hasNoAdults: boolean;
    readonly appliedBefore: string | null;
  };
  readonly undoUntil: number | null;
  readonly villages: readonly string[];
  readonly lines: readonly HouseholdImportLine[];
  readonly shown: HouseholdLineFate;
  readonly page: number;
}
