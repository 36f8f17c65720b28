import type { LocalDate } from "../calendar/local-date.ts";
import type { BadgeContent } from "./badge.ts";
import type { BadgeProgress } from "./progress.ts";

/** As much of a badge as its name and medal ask for. */
export type BadgeFace = Pick<BadgeContent, "name" | "award">;

/** An award as a list shows it. */
export interface ShownAward {
  readonly id: string;
  readonly badgeKey: string;
  readonly tier: number;
  readonly occasion: string;
  readonly earnedOn: LocalDate;
  readonly content: BadgeFace;
}

export interface BadgeOnTheWay {
  readonly key: string;
  readonly content: BadgeFace;
  readonly progress: BadgeProgress;
}

export interface OfferedBadge {
  readonly key: string;
  readonly content: BadgeContent;
  /** How often, by the reader or the reader's team. */
  readonly held: number;
}

export type BadgeDraftState = "drafted" | "waiting";

/** A badge in the office's list. */
export interface ListedBadge {
  readonly key: string;
  readonly version: number;
  readonly content: BadgeContent;
  readonly draft: BadgeDraftState | null;
  readonly awards: number;
}
