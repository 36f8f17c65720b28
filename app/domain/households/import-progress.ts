/** What a long import is at; a person waits better who sees it. */
export type ImportPhase = "read" | "compare" | "write" | "close";

export interface ImportProgress {
  readonly phase: ImportPhase;
  /** Households of this phase; of a file that is still being read nothing is known. */
  readonly done: number;
  readonly total: number;
}
