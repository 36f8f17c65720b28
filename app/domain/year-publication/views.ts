import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { PublicPlace } from "../publication/public-place.ts";
import type { ReviewKind, ReviewResult, ReviewState } from "../year/review-result.ts";
import type { Posting, PostingPlace } from "./posting.ts";

export const YEAR_PUBLICATION_PATHS = {
  desk: (reviewId: string) => `/van-phong/nam/${reviewId}/cong-bo`,
  package: (reviewId: string) => `/van-phong/nam/${reviewId}/goi-mo.zip`,
  public: (communeId: number) => `/xa/${communeId}/nam`,
  publicOne: (communeId: number, reviewId: string) => `/xa/${communeId}/nam/${reviewId}`,
  publicPackage: (communeId: number, reviewId: string) => `/xa/${communeId}/nam/${reviewId}/goi-mo.zip`,
} as const;

/** What the office sees of a review's way into the open. */
export interface PublicationDesk {
  readonly review: {
    readonly id: string;
    readonly title: string;
    readonly state: ReviewState;
    readonly commentFirstDay: LocalDate | null;
    readonly commentLastDay: LocalDate | null;
  };
  readonly locked: {
    readonly on: LocalDate;
    readonly by: string;
    readonly sha256: string;
    readonly villages: number;
    /** Told to everybody once it is published; the office reads them first. */
    readonly exclusions: readonly {
      readonly village: string;
      readonly reason: string;
      readonly document: string;
    }[];
  } | null;
  readonly published: {
    readonly document: string;
    readonly decidedOn: LocalDate;
    readonly by: string;
    readonly at: Instant;
    readonly postings: Readonly<Partial<Record<PostingPlace, Posting>>>;
  } | null;
}

export interface PublishedYear {
  readonly reviewId: string;
  readonly title: string;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly document: string;
  readonly decidedOn: LocalDate;
}

/** A paper of the year that anybody may check: of villages and teams, and of people who agreed to be named. */
export interface PublicPaper {
  readonly code: string;
  readonly title: string;
  readonly holder: string;
}

export interface PublicYear extends PublishedYear {
  readonly place: PublicPlace;
  readonly sha256: string;
  readonly result: Pick<ReviewResult, "sheet" | "months" | "villages" | "exclusions" | "review">;
  readonly papers: readonly PublicPaper[];
}
