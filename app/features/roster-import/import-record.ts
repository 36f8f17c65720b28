import type { PersonRow, RosterMend } from "#app/domain/people/mend-roster-row.ts";
import type { ImportFate } from "#app/domain/people/plan-roster-import.ts";
import type { RosterPerson, RosterYears } from "#app/domain/people/roster-sheet.ts";

/** Where a line stands in what was sent. */
export interface LinePlace {
  readonly sheet: string;
  readonly row: number;
}

/** One line of an import as it is kept, sealed: what the file said, what a person said over it, what it would do. */
export interface ImportRecord {
  readonly line: number;
  readonly place: LinePlace;
  /** As the file has it. */
  readonly row: PersonRow;
  readonly mend: RosterMend;
  /** A member's id or "new", where several could be meant. */
  readonly choice: string | null;
  readonly isLeftOut: boolean;
  /** With what was mended. */
  readonly person: RosterPerson;
  readonly outcome: ImportFate;
}

export type LineFate = ImportFate["fate"] | "ignored";

export function fateOf(record: ImportRecord): LineFate {
  return record.isLeftOut ? "ignored" : record.outcome.fate;
}

export type FateCounts = { readonly [Fate in LineFate]: number };

export function countFates(records: readonly ImportRecord[]): FateCounts {
  const counts = { create: 0, update: 0, join: 0, same: 0, problem: 0, conflict: 0, ignored: 0 };
  for (const record of records) counts[fateOf(record)] += 1;
  return counts;
}

/** What is known of a whole import without opening its lines. Holds no personal data. */
export interface ImportSummary {
  readonly counts: FateCounts;
  /** Rows of the file that are nobody: headings of villages, totals, what stands below the table. */
  readonly sections: number;
  readonly totals: number;
  readonly ignoredCitizenIds: boolean;
  /** The team of a village where not its first one was chosen. */
  readonly teams: Readonly<Record<string, number>>;
  /** When the very same file was taken over before. */
  readonly appliedBefore: string | null;
  readonly years: RosterYears;
  /** Teams the import made because their village had none. */
  readonly teamsMade: readonly number[];
}
