import { rankByLadder, type TieLadder } from "../ranking/rank.ts";
import { type Canonical, canonicalJson } from "./canonical-json.ts";

export const SEAL_FORMAT = "thi-dua-so/seal/1";
/** What the first seal of a commune follows. */
export const NO_PREVIOUS = "0".repeat(64);
export const LINES_PER_CHUNK = 1000;

export const SEALED_SUBJECTS = ["commune", "village", "team", "member"] as const;
export type SealedSubject = (typeof SEALED_SUBJECTS)[number];

/** What a month came to for one member, team, village or the commune. Points are hundredths. */
export interface SealedFigures {
  readonly id: string;
  readonly points: number;
  readonly claims: number;
  readonly visits: number;
}

/** A ledger line as it is sealed: every column that says what it is worth, to whom, and on whose word. */
export interface SealedLine {
  readonly seq: number;
  readonly key: string;
  readonly step: number;
  readonly kind: string;
  readonly rule: string;
  readonly points: number;
  readonly member: string;
  readonly team: number;
  readonly village: number | null;
  readonly workDate: string;
  readonly isAdjustment: boolean;
  readonly version: number;
  readonly claim: string | null;
  readonly revision: number | null;
  readonly unit: number | null;
  readonly decision: string;
  readonly verifier: string;
  readonly corrects: number | null;
  readonly reason: string | null;
}

export interface SealedChunk {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly points: number;
  readonly sha256: string;
}

export interface SealedException {
  readonly id: string;
  readonly month: number;
  readonly claim: string;
  readonly effect: string;
  readonly document: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly decidedBy: string;
  readonly decision: string | null;
}

export interface SealedAppeal {
  readonly id: string;
  readonly claim: string | null;
  readonly team: number | null;
  readonly outcome: string;
}

/** Everything a seal speaks of. Names of people and places are not in it: they change, and the figures do not. */
export interface SealFacts {
  readonly number: number;
  readonly commune: number;
  readonly month: {
    readonly id: number;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly graceEndsAt: string;
    readonly appealsEndAt: string;
    readonly isTrial: boolean;
  };
  readonly rules: { readonly version: number; readonly sha256: string };
  readonly chunks: readonly SealedChunk[];
  readonly standings: Readonly<Record<SealedSubject, readonly SealedFigures[]>>;
  readonly exceptions: readonly SealedException[];
  readonly appeals: readonly SealedAppeal[];
  readonly previous: string;
}

/** The declared order of a month's standing: points, then a shared rank. */
export const MONTH_LADDER: TieLadder<SealedFigures> = [{ key: "points", measure: ({ points }) => points }];

/** The very bytes that are hashed and kept. */
export function writeSeal(facts: SealFacts): string {
  const { chunks, standings, exceptions, appeals, month, rules } = facts;
  const total = (of: (chunk: SealedChunk) => number) => chunks.reduce((sum, chunk) => sum + of(chunk), 0);
  return canonicalJson({
    format: SEAL_FORMAT,
    number: facts.number,
    commune: facts.commune,
    month: { ...month },
    rules: { ...rules },
    lines: {
      count: total(({ count }) => count),
      points: total(({ points }) => points),
      perChunk: LINES_PER_CHUNK,
      chunks: chunks.map((chunk) => ({ ...chunk })),
    },
    standings: {
      ladder: MONTH_LADDER.map(({ key }) => key),
      ...Object.fromEntries(SEALED_SUBJECTS.map((subject) => [subject, rankSealed(standings[subject])])),
    },
    exceptions: byId(exceptions),
    appeals: byId(appeals),
    previous: facts.previous,
  });
}

function rankSealed(rows: readonly SealedFigures[]): Canonical {
  return rankByLadder(rows, MONTH_LADDER, ({ id }) => id).map((row) => ({ ...row }));
}

function byId(rows: readonly (SealedException | SealedAppeal)[]): Canonical {
  return [...rows].sort((left, right) => (left.id < right.id ? -1 : 1)).map((row) => ({ ...row }));
}

/** One line of the text whose hash is a chunk's. */
export function writeSealedLine(line: SealedLine): string {
  return `${canonicalJson({ ...line })}\n`;
}

/** The start of the hash as a person reads it aloud: "3f2a 90c1 77de 0b54". */
export function shortRoot(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
}
