import type { HouseholdLine } from "#app/domain/households/household-sheet.ts";
import type {
  HouseholdFate,
  HouseholdMend,
  ReadHousehold,
} from "#app/domain/households/plan-household-import.ts";

/** One line of an import as it is kept, sealed: what the file said, what a person said over it, what it would do. */
export interface HouseholdRecord {
  readonly line: number;
  readonly place: { readonly sheet: string; readonly row: number };
  readonly given: HouseholdLine;
  readonly mend: HouseholdMend;
  readonly isLeftOut: boolean;
  readonly household: ReadHousehold;
  readonly outcome: HouseholdFate;
}

export const LINE_FATES = ["problem", "create", "update", "same", "ignored"] as const;
export type LineFate = (typeof LINE_FATES)[number];
export type FateCounts = { readonly [Fate in LineFate]: number };

export function fateOf({ isLeftOut, outcome }: HouseholdRecord): LineFate {
  return isLeftOut ? "ignored" : outcome.fate;
}

export function countFates(records: readonly HouseholdRecord[]): FateCounts {
  const counts = { problem: 0, create: 0, update: 0, same: 0, ignored: 0 };
  for (const record of records) counts[fateOf(record)] += 1;
  return counts;
}

/** What is known of a whole import without opening its lines. Holds no personal data. */
export interface HouseholdImportSummary {
  readonly counts: FateCounts;
  readonly sections: number;
  readonly totals: number;
  readonly ignoredCitizenIds: boolean;
  readonly hasNoAdults: boolean;
  /** When the very same file was taken over before. */
  readonly appliedBefore: string | null;
}
