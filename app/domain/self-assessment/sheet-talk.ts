import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { ReviewKind, ReviewState } from "../year/review-result.ts";
import type { SheetOutcome, WindowStand } from "./comment.ts";

/** Written out in remix.config.js. */
export const SHEET_TALK_PATHS = {
  own: "/nam/y-kien",
  village: (reviewId: string, villageId: number) => `/nam/y-kien/${reviewId}/${villageId}`,
  proof: (reviewId: string, fileId: string) => `/nam/y-kien/${reviewId}/tep/${fileId}`,
  office: (reviewId: string) => `/van-phong/nam/${reviewId}/y-kien`,
} as const;

/** A review as whoever may speak on it sees it. */
export interface TalkReview {
  readonly id: string;
  readonly title: string;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly state: ReviewState;
  readonly stand: WindowStand;
  readonly firstDay: LocalDate | null;
  readonly lastDay: LocalDate | null;
}

/** One word of a village on one criterion, with its proofs and what the office answered. */
export interface SheetWord {
  readonly id: string;
  readonly villageId: number;
  readonly villageName: string;
  readonly criterion: string;
  readonly ownPoints: number | null;
  readonly content: string;
  readonly byName: string;
  readonly at: Instant;
  readonly isOwn: boolean;
  readonly proofs: readonly { readonly fileId: string; readonly name: string }[];
  readonly answer: {
    readonly outcome: SheetOutcome;
    readonly content: string;
    readonly byName: string;
    readonly at: Instant;
  } | null;
}

export interface TalkCriterion {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  readonly maximum: number;
  readonly nature: "part" | "bonus" | "deduction";
  /** Hundredths, as the registers have it now, or as it was locked; missing is not zero. */
  readonly points: number | "no_data" | "not_run";
  readonly words: readonly SheetWord[];
}

export interface VillageTalk {
  readonly review: TalkReview;
  /** Of all criteria, hundredths; null for a village that is kept out. */
  readonly score: number | null;
  readonly villageId: number;
  readonly villageName: string;
  readonly groups: readonly {
    readonly key: string;
    readonly title: string;
    readonly criteria: readonly TalkCriterion[];
  }[];
}

/** What the village says of itself now: its newest own points by criterion, added up (K06). */
export function ownTotal(criteria: readonly Pick<TalkCriterion, "nature" | "words">[]): {
  readonly points: number;
  readonly scored: number;
} {
  let points = 0;
  let scored = 0;
  for (const { nature, words } of criteria) {
    const newest = words.findLast(({ ownPoints }) => ownPoints !== null);
    if (newest?.ownPoints == null) continue;
    points += nature === "deduction" ? -newest.ownPoints : newest.ownPoints;
    scored += 1;
  }
  return { points, scored };
}
