import type { BoardRow, BoardSubject } from "../boards/board.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { PublicStory } from "../stories/views.ts";
import type { PublicPlace } from "./public-place.ts";

/** What every stranger may see of a commune's month: places and teams, and of its people those who agreed. */
export interface PublicBoards extends PublicPlace {
  /** Null before the commune's first month: there is nothing to show, which is not zero (rule 9). */
  readonly month: PublicMonth | null;
  /** K05, D19: of the month that ended last; null before one has ended. */
  readonly honour: PublicHonour | null;
  /** B10: the newest of what the villages tell. */
  readonly stories: readonly Pick<
    PublicStory,
    "id" | "title" | "excerpt" | "kind" | "village" | "publishedOn"
  >[];
  /** Whether a year of its villages is public. */
  readonly hasYears: boolean;
}

export interface PublicHonour {
  readonly year: number;
  readonly month: number;
  /** Names in the order of their places; of members only those who agreed. */
  readonly names: Readonly<Record<PublicSubject, readonly { readonly id: string; readonly name: string }[]>>;
}

export interface PublicMonth {
  readonly year: number;
  readonly month: number;
  readonly isTrial: boolean;
  readonly isProvisional: boolean;
  readonly schemeVersions: readonly number[];
  readonly updatedAt: Instant | null;
  /** T7: ranks as of this moment, while the last hours before a freeze run. */
  readonly frozenAt: Instant | null;
  readonly totals: MonthTotals;
  readonly boards: Readonly<Record<PublicSubject, PublicRows>>;
}

/** H14: of the commune as a whole. People and visits are two counters (rule 8). */
export interface MonthTotals {
  readonly claims: number;
  readonly visits: number;
  readonly people: number;
  readonly households: number;
}

export const PUBLIC_SUBJECTS = ["village", "team", "member"] as const satisfies readonly BoardSubject[];
export type PublicSubject = (typeof PUBLIC_SUBJECTS)[number];

export interface PublicRows {
  readonly rows: readonly BoardRow[];
  /** Who has a rank but does not stand here. */
  readonly others: number;
}

/** Verified work as a hall may see it: what, where and how many; nobody's name (T12). */
export interface NewestWork {
  readonly id: string;
  readonly what: string;
  readonly team: string;
  readonly visits: number;
  readonly decidedAt: Date;
}

/** D17: what the whole commune brought to the campaign that runs. */
export interface TvCampaign {
  readonly name: string;
  readonly endsOn: LocalDate;
  readonly totals: MonthTotals;
}

/** D10: a mobile point while it stands. */
export interface TvPoint {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly people: number;
  readonly visits: number;
}

export interface TvBoards {
  readonly boards: PublicBoards;
  readonly newest: readonly NewestWork[];
  readonly campaign: TvCampaign | null;
  readonly points: readonly TvPoint[];
  /** The page behind the picture that phones read. */
  readonly isPublic: boolean;
}
