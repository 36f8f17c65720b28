import type { Instant, LocalDate } from "../calendar/local-date.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";

/** Written out in remix.config.js. */
export const PLAN_PAPER_PATHS = {
  library: "/ke-hoach",
  file: (paperId: string) => `/ke-hoach/van-ban/${paperId}`,
  office: (planId: string) => `/van-phong/ke-hoach/${planId}/van-ban`,
} as const;

export type PlanPaperRefusal =
  | { readonly code: "plan_paper_in_future"; readonly today: LocalDate }
  | { readonly code: "plan_paper_gone" };

/** J26: scans are read wrongly by machines, so only what a person typed is searched, without its marks. */
export function foldPaper({ number, title }: { readonly number: string; readonly title: string }): string {
  return foldSearch(`${number} ${title}`).slice(0, 800);
}

export function foldSearch(text: string): string {
  return foldVietnamese(text).replace(/\s+/g, " ").trim();
}

export interface PaperView {
  readonly id: string;
  readonly planId: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly title: string;
  readonly fileName: string;
  readonly byteCount: number;
}

export interface LibraryPlan {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly title: string;
  /** The newest published version; null before the first. */
  readonly version: number | null;
  readonly effectiveOn: LocalDate | null;
  readonly note: string | null;
  readonly seenAt: Instant | null;
  readonly papers: readonly PaperView[];
}

/** Whom a published version goes to, and since when they have seen it. */
export interface Recipient {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly place: string | null;
  readonly seenAt: Instant | null;
}
