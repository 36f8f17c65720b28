import type { Instant, LocalDate } from "../calendar/local-date.ts";
import type { YearPaperKind } from "./issued-paper.ts";
import type { NomineeKind } from "./paper-facts.ts";

export interface IssuedView {
  readonly id: string;
  readonly kind: YearPaperKind;
  readonly proposalId: string | null;
  /** The how manieth of its kind. */
  readonly number: number;
  readonly title: string;
  readonly code: string;
  readonly sha256: string;
  readonly documentNumber: string | null;
  readonly documentDay: LocalDate | null;
  readonly issuedBy: string;
  readonly issuedAt: Instant;
}

/** A line of the desk: a kind of paper, what hinders it, and what of it was issued, the newest first. */
export interface PaperLine {
  readonly kind: YearPaperKind;
  readonly hindrance: PaperHindrance | null;
  readonly issued: readonly IssuedView[];
}

/** What a paper waits for. */
export type PaperHindrance = "no_nominees" | "no_council";

export interface NomineeLine {
  readonly id: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly place: string;
  readonly issued: readonly IssuedView[];
}

export interface PaperDesk {
  readonly reviewId: string;
  readonly title: string;
  readonly lines: readonly PaperLine[];
  readonly nominees: readonly NomineeLine[];
}

export interface PrinterView {
  readonly hasEmblem: boolean;
  readonly emblemName: string | null;
  /** Tenths of a millimetre. */
  readonly shiftRight: number;
  readonly shiftDown: number;
  /** The office's own, or those that are proposed. */
  readonly bases: readonly string[];
  readonly areOwnBases: boolean;
}

export type YearPaperRefusal =
  | { readonly code: "year_paper_no_nominees" }
  | { readonly code: "year_paper_no_council" }
  | { readonly code: "year_paper_needs_decision" }
  | { readonly code: "year_paper_unknown" }
  | { readonly code: "year_paper_proposal_gone" }
  | { readonly code: "year_paper_emblem_not_picture" };

/** Written out in remix.config.js. */
export const YEAR_PAPER_PATHS = {
  desk: (reviewId: string) => `/van-phong/nam/${reviewId}/van-ban`,
  setting: (reviewId: string) => `/van-phong/nam/${reviewId}/van-ban/thiet-lap`,
  testSheet: (reviewId: string) => `/van-phong/nam/${reviewId}/van-ban/to-in-thu.pdf`,
  one: (reviewId: string, kind: YearPaperKind, proposalId: string | null = null) =>
    `/van-phong/nam/${reviewId}/van-ban/${PAPER_SLUGS[kind]}${proposalId === null ? "" : `?de-nghi=${proposalId}`}`,
  file: (reviewId: string, paperId: string, form: string) =>
    `/van-phong/nam/${reviewId}/van-ban/tep/${paperId}/van-ban.${form}`,
  check: (code: string) => `/kiem-tra/van-ban/${code}`,
} as const;

export const PAPER_SLUGS: Readonly<Record<YearPaperKind, string>> = {
  submission: "to-trinh",
  villages: "bang-cham-diem",
  minutes: "bien-ban",
  ballot: "phieu-bieu-quyet",
  tally: "bien-ban-kiem-phieu",
  achievement: "bao-cao-thanh-tich",
  decision: "quyet-dinh",
  notice: "thong-bao",
  merit_sheets: "giay-khen",
  overprint: "in-len-phoi",
  reading_list: "doc-ten",
  slides: "trinh-chieu",
  hand_over: "ky-nhan",
};

export function kindOfSlug(slug: string): YearPaperKind | null {
  const found = Object.entries(PAPER_SLUGS).find(([, each]) => each === slug);
  return found ? (found[0] as YearPaperKind) : null;
}
