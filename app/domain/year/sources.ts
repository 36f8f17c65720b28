import type { LookVerdict } from "../audits/agreement.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Metric, RateFact, ReportFact } from "./criteria-sheet.ts";

/** A record of work behind a figure, with the photographs that were taken of it. */
export interface SourceClaim {
  readonly id: string;
  readonly day: LocalDate;
  readonly activity: string;
  readonly member: string;
  readonly team: string;
  /** Distinct people it brought into the figure; a person may be in several records. */
  readonly people: number;
  readonly photos: readonly string[];
}

export interface SourceHousehold {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly isPriority: boolean;
  /** The first record that reached it. */
  readonly claim: SourceClaim;
}

export type Sources =
  | {
      readonly kind: "claims";
      readonly month: number;
      /** Distinct people in all of them: the figure itself. */
      readonly people: number;
      readonly claims: readonly SourceClaim[];
    }
  | { readonly kind: "households"; readonly households: readonly SourceHousehold[] }
  | {
      readonly kind: "looks";
      readonly looks: readonly {
        readonly verdict: LookVerdict;
        readonly facts: string | null;
        readonly claim: SourceClaim;
      }[];
    }
  | {
      readonly kind: "reports";
      readonly reports: readonly { readonly id: string; readonly team: string; readonly fact: ReportFact }[];
    }
  | {
      readonly kind: "sessions";
      readonly sessions: readonly {
        readonly id: string;
        readonly title: string;
        readonly day: LocalDate;
        readonly present: number;
      }[];
    }
  | {
      readonly kind: "deeds";
      readonly deeds: readonly {
        readonly key: "recognised" | "replicated" | "story";
        readonly id: string;
        readonly title: string;
        readonly day: LocalDate;
      }[];
    }
  | {
      readonly kind: "campaigns";
      readonly campaigns: readonly {
        readonly id: string;
        readonly name: string;
        readonly reached: number;
        readonly tookPart: boolean;
      }[];
    }
  | { readonly kind: "rates"; readonly rates: readonly RateFact[] };

export type SourcesKind = Sources["kind"];

/** By which rows each figure is shown. */
export const SOURCES_OF: Readonly<Record<Metric, SourcesKind>> = {
  proficient_people: "claims",
  household_coverage: "households",
  priority_groups: "households",
  change: "rates",
  agreement: "looks",
  reports: "reports",
  training: "sessions",
  good_work: "deeds",
  campaigns: "campaigns",
};

export const SOURCES_PER_PAGE = 50;

/** One page of the rows; a page beyond the last is the last. */
export function pageOfSources(
  sources: Sources,
  wanted: number,
): { readonly sources: Sources; readonly page: number; readonly lastPage: number } {
  const lastPage = Math.max(1, Math.ceil(rowsOf(sources).length / SOURCES_PER_PAGE));
  const page = Math.min(Math.max(1, wanted), lastPage);
  const cut = <Row>(rows: readonly Row[]) =>
    rows.slice((page - 1) * SOURCES_PER_PAGE, page * SOURCES_PER_PAGE);
  return { sources: withRows(sources, cut), page, lastPage };
}

function rowsOf(sources: Sources): readonly unknown[] {
  let rows: readonly unknown[] = [];
  withRows(sources, (all) => {
    rows = all;
    return all;
  });
  return rows;
}

function withRows(sources: Sources, cut: <Row>(rows: readonly Row[]) => readonly Row[]): Sources {
  switch (sources.kind) {
    case "claims":
      return { ...sources, claims: cut(sources.claims) };
    case "households":
      return { ...sources, households: cut(sources.households) };
    case "looks":
      return { ...sources, looks: cut(sources.looks) };
    case "reports":
      return { ...sources, reports: cut(sources.reports) };
    case "sessions":
      return { ...sources, sessions: cut(sources.sessions) };
    case "deeds":
      return { ...sources, deeds: cut(sources.deeds) };
    case "campaigns":
      return { ...sources, campaigns: cut(sources.campaigns) };
    case "rates":
      return { ...sources, rates: cut(sources.rates) };
  }
}
