import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { Pillar } from "../plan/activity-proposal.ts";
import type { BoardPeriod } from "./board-period.ts";

/** Who stands on a board. A union is a mass organisation as a whole; a youth cell is one of the Youth Union's. */
export const BOARD_SUBJECTS = ["member", "team", "village", "youth_cell", "union"] as const;
export type BoardSubject = (typeof BOARD_SUBJECTS)[number];

/** Teams stand against their like: nobody asks a school what a village is asked. */
export const TEAM_CATEGORIES = ["village", "school", "commune", "response"] as const;
export type TeamCategory = (typeof TEAM_CATEGORIES)[number];

/** The mass organisations that have a row of their own. Whoever belongs to two counts in both rows. */
export const UNIONS = ["youth_union", "womens_union", "farmers_union", "veterans_union", "front"] as const;

/** Which board: everything that decides over its rows, and nothing that decides who looks at it. */
export interface BoardDefinition {
  readonly subject: BoardSubject;
  readonly period: BoardPeriod;
  /** Only work of this pillar; limits over a whole day or month belong to none and stay out. */
  readonly pillar: Pillar | null;
  /** Only work that names this campaign. */
  readonly campaign: string | null;
  /** Of teams alone; "village" everywhere else. */
  readonly category: TeamCategory;
  /** D16: only what was done while its doer belonged to the Youth Union. Of members alone. */
  readonly isYouthOnly: boolean;
}

/** The commune sees names; the public sees what each person agreed to; the office sees the running figures (T7). */
export type BoardAudience = "commune" | "public" | "office";

/** Bands instead of places below the middle, so that nobody is shown as the last. */
export const BANDS = ["leading", "upper", "growing", "starting"] as const;
export type Band = (typeof BANDS)[number];

/** Against the same board of the period before; "new" was on none. */
export type Movement =
  | { readonly kind: "up" | "down"; readonly places: number }
  | { readonly kind: "same" }
  | { readonly kind: "new" };

/** Figures beside the one that ranks. Null is "no data", which is not zero (rule 9). */
export interface BoardMeasures {
  /** Distinct known people who can do it alone now (C30). */
  readonly people: number | null;
  /** What the period asks of them so far. */
  readonly target: number | null;
  readonly households: number | null;
  readonly householdsOf: number | null;
  /** K11: the part of the points that members of the Youth Union brought. */
  readonly youthPoints: number;
  /** Who brought points. */
  readonly members: number;
}

/** What the reader finds of one subject; ranking makes the row of it. */
export interface BoardFigures {
  readonly id: string;
  /** Already the name to show to the board's audience. */
  readonly name: string;
  /** A member's team, a team's village. */
  readonly detail: string | null;
  /** Hundredths of an activity point. */
  readonly points: number;
  /** Basis points of what was asked; null on boards of points, and where nothing is known. */
  readonly attainment: number | null;
  readonly measures: BoardMeasures;
  /** Chose not to stand on boards that others see. Counts all the same. */
  readonly isHidden: boolean;
}

export interface BoardRow extends BoardFigures {
  /** Null where there are no data to rank by. */
  readonly rank: number | null;
  /** Null where there is no rank. */
  readonly band: Band | null;
  readonly movement: Movement;
}

export interface Board {
  readonly definition: BoardDefinition;
  readonly months: { readonly from: number; readonly to: number };
  /** Null while no month of the period was opened. */
  readonly days: { readonly first: LocalDate; readonly last: LocalDate } | null;
  /** Every row that others may see, in order; those without data at the end. */
  readonly rows: readonly BoardRow[];
  /** Rows of whoever is left out for others. They hold their rank; only their own cards show them. */
  readonly hidden: readonly BoardRow[];
  /** How many rows have a rank, the hidden ones among them. */
  readonly ranked: number;
  /** The names of the rungs, first rung first. */
  readonly ladder: readonly string[];
  /** Of the commune's live topic, read before the figures. */
  readonly version: number;
  /** When the last of its lines was booked; null while there is none. */
  readonly updatedAt: Instant | null;
  readonly schemeVersions: readonly number[];
  readonly isTrial: boolean;
  /** Some month of it is not sealed yet. */
  readonly isProvisional: boolean;
  /** T7: ranks as of this moment, while the last hours before a freeze run. */
  readonly frozenAt: Instant | null;
  /** K11: everybody's points on this board, by the Youth Union and by the others. */
  readonly split: { readonly youth: number; readonly others: number };
}

export function isByAttainment(subject: BoardSubject): boolean {
  return subject === "team" || subject === "village";
}
