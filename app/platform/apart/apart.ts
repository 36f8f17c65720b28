import type { Paper, PaperCheck } from "#app/domain/documents/paper.ts";
import type { HouseholdRow } from "#app/domain/households/household-sheet.ts";
import type { KnownPerson, PlannedLine } from "#app/domain/people/plan-roster-import.ts";
import type { RosterRow, RosterYears } from "#app/domain/people/roster-sheet.ts";
import type { FormLayout } from "#app/domain/report-forms/form-layout.ts";
import type { MeritSheets, ReadingSlides } from "#app/domain/year-papers/merit-sheet.ts";

/**
 * Heavy work that must not hold up anybody: each run has a thread of its own with a bound on time and memory,
 * and runs wait for one another. What goes in and comes out is copied.
 */
export interface ApartRunner {
  run<Name extends ApartTaskName>(
    name: Name,
    input: ApartTasks[Name]["input"],
  ): Promise<ApartAnswer<ApartTasks[Name]["output"]>>;
}

export type ApartAnswer<Output> =
  | { readonly ok: true; readonly output: Output }
  /** Too long, too large, or too many already waiting; the house is unharmed. */
  | {
      readonly ok: false;
      readonly code: "apart_too_slow" | "apart_too_large" | "apart_busy" | "apart_failed";
    };

/** A cell as a workbook gives it; dates as "2026-05-14". */
export type WorkbookCell = string | number | boolean | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

export type WorkbookReading =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly code: WorkbookRefusal };

export type WorkbookRefusal =
  | "workbook_old_format"
  | "workbook_locked"
  | "workbook_unreadable"
  /** Unpacks to more than any list of a commune holds. */
  | "workbook_too_large";

/** Tables as they arrive: a workbook, text with separators, or what was pasted (with tabs). */
export type TableReading =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly code: TextRefusal | WorkbookRefusal };

export type TextRefusal =
  | "csv_not_unicode"
  | "csv_unreadable"
  /** A picture, a PDF, a program: no table at all. */
  | "file_format_unknown";

export interface RosterSheetRead {
  readonly name: string;
  readonly rows: readonly RosterRow[];
  readonly ignoredCitizenIds: boolean;
}

export type RosterReading =
  | { readonly ok: true; readonly sheets: readonly RosterSheetRead[] }
  | {
      readonly ok: false;
      readonly code: Extract<TableReading, { ok: false }>["code"] | "no_header" | "file_legacy_font";
    };

export interface HouseholdListSheet {
  readonly name: string;
  readonly rows: readonly HouseholdRow[];
  readonly ignoredCitizenIds: boolean;
  readonly hasNoAdults: boolean;
}

export type HouseholdListReading =
  | { readonly ok: true; readonly sheets: readonly HouseholdListSheet[] }
  | {
      readonly ok: false;
      readonly code: Extract<TableReading, { ok: false }>["code"] | "no_household_header";
    };

export interface RosterPlanInput {
  readonly rows: readonly RosterRow[];
  readonly known: readonly KnownPerson[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  /** Keyed digests of the phones in the rows: keys never enter the thread. */
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<number, string>;
}

/** A sheet of slips. Every text is data: nothing a person typed becomes markup. */
export interface SlipSheetInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly title: string;
  readonly slips: readonly {
    readonly kind: string;
    readonly name: string;
    readonly place: string;
    readonly link: string;
    readonly code: string;
    readonly steps: readonly string[];
    readonly username: string;
    readonly until: string;
  }[];
}

/** Sheets to write work on by hand. Every text is data: nothing a person typed becomes markup. */
export interface LogSheetInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly title: string;
  readonly heading: string;
  readonly place: string;
  readonly period: string;
  readonly nameLabel: string;
  readonly teamLabel: string;
  readonly team: string;
  /** One page for each name; an empty one is filled in by hand. */
  readonly pages: readonly string[];
  readonly lines: number;
  readonly columns: readonly string[];
  readonly kinds: readonly { readonly number: string; readonly name: string }[];
  readonly modes: string;
  readonly outcomes: string;
  readonly signatures: readonly string[];
  readonly signHint: string;
}

/** A paper of the commune. */
export interface PaperInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly paper: Paper;
}

/** Giấy khen, one on each page. */
export interface MeritSheetsInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly sheets: MeritSheets;
  /** The commune's own picture; null leaves its place free. */
  readonly emblem: { readonly bytes: Uint8Array; readonly type: "image/png" | "image/jpeg" } | null;
  /** Null prints no line to check it by. */
  readonly check: PaperCheck | null;
}

/** Names for the screen of a hall. */
export interface SlidesInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly slides: ReadingSlides;
  readonly check: PaperCheck | null;
}

/** A paper that certifies. Every text is data: nothing a person typed becomes markup. */
export interface CertificateInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  /** "award": across, framed, for the wall. "statement": upright, for a file. */
  readonly layout: "award" | "statement";
  readonly title: string;
  readonly issuer: readonly string[];
  readonly nation: readonly string[];
  readonly number: string;
  readonly dateLine: string;
  readonly heading: string;
  readonly lead: string;
  readonly holder: string;
  /** What is awarded, in the largest letters after the name; empty on a statement. */
  readonly honour: string;
  readonly body: readonly string[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly link: string;
  readonly signature: readonly string[];
  readonly signHint: string;
  readonly checkLines: readonly string[];
  /** Across the page of a paper that no longer stands; null while it does. */
  readonly stamp: string | null;
}

/** A picture of a board to send on. Every text is data: nothing a person typed becomes markup. */
export interface BoardCardInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly place: string;
  readonly title: string;
  readonly period: string;
  readonly rows: readonly {
    readonly rank: string;
    readonly name: string;
    readonly value: string;
    readonly own: boolean;
  }[];
  readonly foot: string;
}

/** A board for the wall of a hall, on A3. Every text is data: nothing a person typed becomes markup. */
export interface BoardPosterInput {
  /** Folder of the packages, where the typefaces lie. */
  readonly packages: string;
  readonly place: string;
  readonly title: string;
  readonly period: string;
  /** The upper half, in order. */
  readonly first: readonly { readonly rank: string; readonly name: string; readonly value: string }[];
  readonly othersTitle: string;
  /** Everybody else, in the order of the alphabet. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
  readonly foot: string;
  /** The public board; null while it is closed. */
  readonly link: string | null;
  readonly linkHint: string;
}

/** A photograph made small and clean, in two sizes. */
export type PhotoShaping =
  | {
      readonly ok: true;
      /** WebP without anything the camera wrote into the file. */
      readonly large: Uint8Array;
      readonly small: Uint8Array;
      readonly width: number;
      readonly height: number;
      /** Alike for pictures that look alike; signed, as the database keeps it. */
      readonly dhash: bigint;
      readonly takenOn: string | null;
    }
  | { readonly ok: false; readonly code: "photo_unreadable" | "photo_too_many_pixels" };

type FormFileRefusal =
  | "form_old_format"
  | "form_locked"
  | "form_unreadable"
  /** Unpacks to more than any form prints. */
  | "form_unpacks_too_large"
  | "form_runs_things";

/** A form of somebody else's that is to be filled: what it prints and reckons. */
export type FormOpening =
  | { readonly ok: true; readonly layout: FormLayout }
  | { readonly ok: false; readonly code: FormFileRefusal };

export interface FormValueToWrite {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
}

export type FormFilling =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: FormFileRefusal };

export interface ApartTasks {
  "open-form": {
    readonly input: { readonly bytes: Uint8Array };
    readonly output: FormOpening;
  };
  "fill-form": {
    readonly input: { readonly bytes: Uint8Array; readonly values: readonly FormValueToWrite[] };
    readonly output: FormFilling;
  };
  "shape-photo": {
    readonly input: { readonly bytes: Uint8Array };
    readonly output: PhotoShaping;
  };
  "read-workbook": {
    readonly input: { readonly bytes: Uint8Array };
    readonly output: WorkbookReading;
  };
  "read-table": {
    readonly input: { readonly bytes: Uint8Array };
    readonly output: TableReading;
  };
  "read-roster": {
    readonly input: { readonly bytes: Uint8Array; readonly years: RosterYears };
    readonly output: RosterReading;
  };
  "read-households": {
    readonly input: { readonly bytes: Uint8Array };
    readonly output: HouseholdListReading;
  };
  "print-log-sheet": {
    readonly input: LogSheetInput;
    readonly output: Uint8Array;
  };
  "print-slips": {
    readonly input: SlipSheetInput;
    readonly output: Uint8Array;
  };
  "print-paper": {
    readonly input: PaperInput;
    readonly output: Uint8Array;
  };
  "print-merit-sheets": {
    readonly input: MeritSheetsInput;
    readonly output: Uint8Array;
  };
  "print-slides": {
    readonly input: SlidesInput;
    readonly output: Uint8Array;
  };
  "print-certificate": {
    readonly input: CertificateInput;
    readonly output: Uint8Array;
  };
  "draw-board-card": {
    readonly input: BoardCardInput;
    /** PNG, 1200 by 630. */
    readonly output: Uint8Array;
  };
  "print-board-poster": {
    readonly input: BoardPosterInput;
    readonly output: Uint8Array;
  };
  "plan-roster": {
    readonly input: RosterPlanInput;
    readonly output: readonly PlannedLine[];
  };
}

export type ApartTaskName = keyof ApartTasks;
