import type { LocalDate } from "../calendar/local-date.ts";
import type { CouncilRole, VoteMode } from "../council/minutes.ts";
import type { Attendance } from "../council/quorum.ts";
import type { DocumentHeader } from "../plan/document-template.ts";
import type { CommuneKind } from "../roster/commune.ts";

// What the papers of a year are written from: whole numbers and words, frozen with the paper. Null is "no data" (rule 9).

/** Whose papers they are, and on what law they rest: text of the office's own, as laws change. */
export interface PaperSetting {
  readonly commune: { readonly kind: CommuneKind; readonly name: string };
  readonly header: DocumentHeader;
  /** "thôn", "Tổ công nghệ số cộng đồng" */
  readonly words: { readonly village: string; readonly team: string };
  /** "Căn cứ ...", one each, without signs at their ends. */
  readonly bases: readonly string[];
}

export interface ReviewFacts {
  readonly kind: "annual" | "mid" | "timely";
  readonly year: number;
  readonly title: string;
  /** The scoring sheet that was adopted, and the commune's document that adopted it. */
  readonly sheet: string;
  readonly sheetDocument: string | null;
  /** Of the locked result; every figure of the papers rests on it. */
  readonly resultSha256: string;
}

/** DOMAIN.md 2.6, one line of the table of villages. Shares are basis points, points hundredths. */
export interface VillageRow {
  readonly name: string;
  readonly households: number | null;
  readonly members: number;
  readonly people: number | null;
  readonly coverage: number | null;
  readonly monthsMet: number | null;
  readonly reportsOnTime: number | null;
  readonly goodWork: number | null;
  readonly bonus: number;
  readonly deduction: number;
  readonly score: number | null;
  /** Null for a village that is not ranked; the note says why. */
  readonly rank: number | null;
  /** The cluster it is ranked in; null outside of all. */
  readonly cluster: string | null;
  readonly band: string;
  readonly proposed: string;
  readonly note: string;
}

export const NOMINEE_KINDS = ["collective", "individual", "household"] as const;
export type NomineeKind = (typeof NOMINEE_KINDS)[number];

export interface Nominee {
  readonly id: string;
  readonly kind: NomineeKind;
  readonly name: string;
  /** Position and unit of a person, village of a household or team. */
  readonly place: string;
  readonly birthYear: number | null;
  /** Of a person; null of a collective, or where it was not said. */
  readonly isWoman: boolean | null;
  readonly achievement: string;
  /** "Giấy khen" */
  readonly form: string;
  readonly money: Money | null;
  /** Null before the council met. */
  readonly votes: { readonly agree: number; readonly of: number } | null;
  readonly note: string;
}

/** How a sum came about (DOMAIN.md 2.3). */
export interface Money {
  readonly dong: number;
  readonly basePay: number;
  readonly permille: number;
}

/** Women and 70 per cent of women, leaders, villages: printed under the list. */
export interface FairnessLine {
  readonly name: string;
  readonly part: number;
  readonly of: number;
}

/** A proposal that departs from the ranking, with its two people's reason. */
export interface Departure {
  readonly name: string;
  readonly reason: string;
}

export interface NomineeList {
  readonly nominees: readonly Nominee[];
  /** "30 thôn × 20% = 6": one line each. */
  readonly quota: readonly string[];
  readonly fairness: readonly FairnessLine[];
  readonly departures: readonly Departure[];
  /** Who was left out, and why. */
  readonly excluded: readonly Departure[];
}

export interface CouncilMember {
  readonly name: string;
  /** "Phó Chủ tịch UBND xã" */
  readonly position: string;
  readonly role: CouncilRole;
  readonly attendance: Attendance;
  /** Who votes in the place of one who gave a proxy. */
  readonly proxy: string | null;
}

export interface CouncilVote {
  readonly nominee: string;
  readonly kind: NomineeKind;
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  readonly isPassed: boolean;
  /** A later round of the session voted on it again; that one counts. */
  readonly isReplaced: boolean;
  readonly note: string;
}

export interface CouncilRound {
  readonly title: string;
  /** By hands, by secret ballot on devices or on paper, or without a meeting. */
  readonly mode: VoteMode | "written";
  /** Of how many, and how many votes carry. */
  readonly base: number;
  readonly needed: number;
  readonly voters: number;
  readonly voted: number;
  readonly ballots: { readonly issued: number; readonly returned: number; readonly invalid: number } | null;
  readonly tellers: string | null;
  readonly votes: readonly CouncilVote[];
  /** How the chair parted equals on the last place: for whom, and why. */
  readonly chairSide: Departure | null;
}

export interface CouncilFacts {
  readonly name: string;
  readonly day: LocalDate;
  /** "14 giờ 00"; null is left open to write. */
  readonly opened: string | null;
  readonly closed: string | null;
  readonly place: string;
  readonly members: readonly CouncilMember[];
  readonly guests: string;
  /** Present (with proxies and written opinions), and how many the meeting needs. */
  readonly counted: number;
  readonly quorum: number;
  readonly rounds: readonly CouncilRound[];
  readonly departures: readonly Departure[];
  readonly dissent: readonly { readonly name: string; readonly opinion: string }[];
  /** What was discussed and concluded, in the secretary's words, a paragraph each. */
  readonly discussion: readonly string[];
  readonly conclusion: readonly string[];
}

/** One line of the figures in a report of achievement. */
export interface AchievementFigure {
  readonly name: string;
  readonly done: string;
  readonly asked: string;
  readonly before: string;
}

export interface AchievementFacts {
  readonly nominee: Nominee;
  /** "Địa chỉ: ..." one sentence each. */
  readonly summary: readonly string[];
  readonly figures: readonly AchievementFigure[];
  /** What is known beyond figures: measures, influence. */
  readonly deeds: readonly string[];
  /** "Giấy khen năm 2025 (Quyết định số ...)" */
  readonly before: readonly string[];
}
