import type { AwardCategory, AwardForm } from "../awards/award.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Attendance, Quorum, SessionForm } from "./quorum.ts";
import type { NomineeResult, RoundResult } from "./tally.ts";
import type { CouncilRules } from "./threshold.ts";

export const COUNCIL_ROLES = ["chair", "vice_chair", "secretary", "member"] as const;
export type CouncilRole = (typeof COUNCIL_ROLES)[number];

/** Written out in remix.config.js. */
export const COUNCIL_PATHS = {
  members: "/van-phong/nam/hoi-dong",
  sessions: (reviewId: string) => `/van-phong/nam/${reviewId}/hoi-dong`,
  session: (reviewId: string, sessionId: string) => `/van-phong/nam/${reviewId}/hoi-dong/${sessionId}`,
  vote: "/hoi-dong",
} as const;

export const VOTE_MODES = ["show", "secret", "paper"] as const;
/** By show of hands, by secret ballot on one's own device, by secret ballot on paper that tellers count. */
export type VoteMode = (typeof VOTE_MODES)[number];

/** What a session of the council came to, as data: minutes are printed from this and from nothing else. */
export interface CouncilMinutes {
  readonly sessionId: string;
  readonly reviewId: string | null;
  readonly reviewTitle: string | null;
  readonly title: string;
  readonly form: SessionForm;
  readonly place: string;
  readonly heldOn: LocalDate;
  readonly state: "open" | "closed";
  /** Milliseconds; null while the session goes on. */
  readonly beganAt: number;
  readonly endedAt: number | null;
  readonly rules: CouncilRules;
  /** The chair and vice chairs first, the secretary after them, then by name. */
  readonly members: readonly MinutesMember[];
  /** Who sat in, spoke and had no vote. */
  readonly guests: string;
  readonly quorum: Quorum;
  readonly rounds: readonly MinutesRound[];
  readonly dissents: readonly MinutesDissent[];
  /** What was said, and what was concluded, in the secretary's words. */
  readonly discussion: string;
  readonly conclusion: string;
}

export interface MinutesMember {
  readonly memberId: string;
  readonly name: string;
  readonly position: string;
  readonly role: CouncilRole;
  readonly attendance: Attendance;
  /** Who came with a proxy. */
  readonly proxyName: string | null;
  /** Number and day of the proxy, or of the written opinion. */
  readonly paper: string | null;
}

export interface MinutesRound {
  readonly roundId: string;
  readonly number: number;
  readonly title: string;
  readonly mode: VoteMode;
  readonly state: "open" | "closed" | "withdrawn";
  readonly places: number | null;
  readonly voters: number;
  readonly voted: number;
  /** Of paper: handed out, come back, not valid. */
  readonly ballots: { readonly issued: number; readonly returned: number; readonly invalid: number } | null;
  readonly tellers: string | null;
  /** Milliseconds; null while it runs. */
  readonly closedAt: number | null;
  /** Null while votes are cast: what a secret box holds is counted when it is closed. */
  readonly result: (Omit<RoundResult, "nominees"> & { readonly nominees: readonly MinutesNominee[] }) | null;
  /** How the chair parted equals on the last place. */
  readonly chairSide: { readonly nomineeIds: readonly string[]; readonly reason: string } | null;
}

/** The proposal it is about is the nominee's name. */
export interface MinutesNominee extends NomineeResult {
  readonly name: string;
  readonly category: AwardCategory;
  readonly award: AwardForm;
  /** Names behind each word, where hands were shown; null where ballots were secret. */
  readonly hands: Readonly<Record<"yes" | "no" | "abstain", readonly string[]>> | null;
}

/** Dissent is written down and goes to the head (DOMAIN 2.5). */
export interface MinutesDissent {
  readonly memberName: string;
  readonly roundNumber: number | null;
  readonly nomineeName: string | null;
  readonly text: string;
}
