import { CLAIM_COUNTERS, type ClaimCounter } from "../activity/claim.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { MonthState } from "../months/month.ts";
import type { AffiliationKind } from "../people/team.ts";
import type { Pillar } from "../plan/activity-proposal.ts";

/** Months of the plan by their number (202611), both included, or days of work, both included. */
export type FigureSpan =
  | { readonly kind: "months"; readonly fromMonth: number; readonly toMonth: number }
  | { readonly kind: "days"; readonly from: LocalDate; readonly to: LocalDate };

/** By what verified work is told apart. Every key is the code's own word: "home_visit", "online-public-service". */
const FIGURE_DIMENSIONS = [
  "pillar",
  "kind",
  "service",
  "mode",
  "outcome",
  "audience",
  "group",
  "movement",
] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/**
 * Sums of verified work. Lượt and người stay apart (rule 8). A unit of work belongs to whoever did it; a person and a
 * household count in the village they live in, and for a team wherever its members helped them.
 */
export interface Counted {
  readonly claims: number;
  readonly visits: number;
  /** Services, documents, stalls, learners, shifts: what the kind counts. */
  readonly units: number;
  /** Distinct people that could be told apart, whatever came of it. */
  readonly people: number;
  /** Distinct households in which somebody can do it with help or alone. */
  readonly households: number;
}

/** A18, F05: what people of one affiliation did, by the day of work; "everyone" is the whole of it. */
export interface Contribution extends Pick<Counted, "claims" | "visits"> {
  readonly members: number;
  /** Lượt tham gia: one person at one piece of work. */
  readonly turns: number;
  /** Of those pieces of work. */
  readonly dossiers: number;
  readonly signaturesMade: number;
  readonly signaturesUsed: number;
  /** Hundredths. */
  readonly points: number;
}
export type ContributorKind = AffiliationKind | "everyone";

/** L03: contained in the figures, never added to them. */
interface Project06 extends Counted {
  readonly points: number;
}

export interface WorkFigures extends Counted {
  /** Distinct people thành thạo in the whole span. */
  readonly proficient: number;
  /**
   * B13: people thành thạo month by month, as boards and the quota count them: in a later month again only with another
   * service. Null where days are counted, and for the commune as a whole.
   */
  readonly quotaPeople: number | null;
  /** Hundredths; the seal's where the month is sealed. */
  readonly points: number;
  /** "none": limits over a day or a month, which belong to no pillar. */
  readonly pointsByPillar: Readonly<Record<Pillar | "none", number>>;
  readonly by: Readonly<Record<FigureDimension, Readonly<Record<string, Counted>>>>;
  readonly counters: Readonly<Record<ClaimCounter, number>>;
  readonly project06: Project06;
  readonly contributions: Readonly<Partial<Record<ContributorKind, Contribution>>>;
}

/** J02: who is on the roster on the last day of the span, and who of them did something in three months (A10). */
export interface RosterFigures {
  readonly members: number;
  readonly women: number;
  readonly guests: number;
  /** Null until anything was verified in the commune. */
  readonly active: number | null;
}

export interface SubjectFigures extends WorkFigures {
  readonly id: number;
  readonly name: string;
  /** Of a team; null for one of the whole commune. */
  readonly villageId: number | null;
  readonly roster: RosterFigures;
}

export interface FigureMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: MonthState;
  readonly isTrial: boolean;
  readonly schemeVersion: number;
  /** Of the seal. */
  readonly sha256: string | null;
}

export interface Figures {
  readonly span: FigureSpan;
  /** Of the span; null where none of its months has begun. */
  readonly days: { readonly first: LocalDate; readonly last: LocalDate } | null;
  readonly months: readonly FigureMonth[];
  /** The day the roster was counted on. */
  readonly rosterOn: LocalDate;
  readonly commune: WorkFigures & { readonly roster: RosterFigures };
  readonly villages: readonly SubjectFigures[];
  readonly teams: readonly SubjectFigures[];
}

export type FigureSubject = "commune" | "village" | "team";

/** One sum as the database tells it. */
export interface FigureCell {
  readonly subject: FigureSubject;
  readonly id: string;
  readonly dimension: FigureDimension | "all" | "project06" | "points" | "counter" | "contribution" | "quota";
  readonly key: string;
  readonly claims: number;
  readonly visits: number;
  readonly units: number;
  readonly people: number;
  readonly households: number;
  readonly points: number;
  readonly members: number;
  readonly turns: number;
  readonly dossiers: number;
  readonly signaturesMade: number;
  readonly signaturesUsed: number;
}

const NOTHING: Counted = { claims: 0, visits: 0, units: 0, people: 0, households: 0 };

/** All sums of one subject. What was not done is nought; what is not known is not here at all (rule 9). */
export function workFiguresOf(cells: readonly FigureCell[], hasQuota: boolean): WorkFigures {
  const of = (dimension: FigureCell["dimension"]) => cells.filter((cell) => cell.dimension === dimension);
  const pointsOf = (key: string) => of("points").find((cell) => cell.key === key)?.points ?? 0;
  const all = countedOf(of("all"));
  const by = Object.fromEntries(FIGURE_DIMENSIONS.map((dimension) => [dimension, slicesOf(of(dimension))]));
  const counters = new Map(of("counter").map(({ key, units }) => [key, units]));
  return {
    ...all,
    proficient: of("outcome").reduce((sum, { key, people }) => sum + (key === "proficient" ? people : 0), 0),
    quotaPeople: hasQuota ? of("quota").reduce((sum, { people }) => sum + people, 0) : null,
    points: of("points").reduce((sum, { points }) => sum + points, 0),
    pointsByPillar: {
      government: pointsOf("government"),
      economy: pointsOf("economy"),
      society: pointsOf("society"),
      common: pointsOf("common"),
      none: pointsOf("none"),
    },
    by: by as WorkFigures["by"],
    counters: Object.fromEntries(
      CLAIM_COUNTERS.map((key) => [key, counters.get(key) ?? 0]),
    ) as WorkFigures["counters"],
    project06: {
      ...countedOf(of("project06")),
      points: of("project06").reduce((sum, { points }) => sum + points, 0),
    },
    contributions: Object.fromEntries(
      of("contribution").map(
        ({ key, claims, visits, members, turns, dossiers, signaturesMade, signaturesUsed, points }) => [
          key,
          { claims, visits, members, turns, dossiers, signaturesMade, signaturesUsed, points },
        ],
      ),
    ),
  };
}

function slicesOf(cells: readonly FigureCell[]): Record<string, Counted> {
  const keys = [...new Set(cells.map(({ key }) => key))].sort();
  return Object.fromEntries(keys.map((key) => [key, countedOf(cells.filter((cell) => cell.key === key))]));
}

function countedOf(cells: readonly FigureCell[]): Counted {
  return cells.reduce<Counted>(
    (sum, cell) => ({
      claims: sum.claims + cell.claims,
      visits: sum.visits + cell.visits,
      units: sum.units + cell.units,
      people: sum.people + cell.people,
      households: sum.households + cell.households,
    }),
    NOTHING,
  );
}
