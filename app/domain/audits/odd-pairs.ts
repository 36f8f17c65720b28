import type { Instant } from "../calendar/local-date.ts";

/** One claim that counted, as the two people behind it show in it. */
export interface PairedDecision {
  readonly claimId: string;
  readonly claimant: string;
  readonly verifier: string;
  /** The account of the claimant, where they have one: verifying each other shows only then. */
  readonly claimantAccount: string | null;
  readonly submittedAt: Instant;
  readonly decidedAt: Instant;
}

export const PAIR_SIGNS = ["hasty", "at_once", "at_night", "each_other", "much_more"] as const;
export type PairSign = (typeof PAIR_SIGNS)[number];

export interface OddPair {
  readonly key: string;
  readonly claimant: string;
  readonly verifier: string;
  readonly claims: number;
  readonly signs: readonly PairSign[];
}

/** With fewer claims a month shows nothing about two people. */
const LEAST_CLAIMS = 8;
/** One sign is a habit; two together are worth a second look. They never punish by themselves. */
const LEAST_SIGNS = 2;
/** Unless nearly all of so many claims were decided at once or at night: that alone is no habit of an evening. */
const MANY_CLAIMS = 20;
const NEARLY_ALL = 0.9;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Việt Nam, all year. */
const ZONE_MS = 7 * HOUR_MS;

/**
 * T2: two people whose claims of one month look unlike everybody else's. Each sign is a fact that can be told to both:
 * decided within seconds of the decision before, decided within two minutes of being sent, at night, each for the
 * other, or three times what a member of the commune usually has verified.
 */
export function findOddPairs(decisions: readonly PairedDecision[]): OddPair[] {
  const hasty = findHasty(decisions);
  const byPair = groupBy(decisions, ({ claimant, verifier }) => `${claimant}/${verifier}`);
  const usual = median(
    [...groupBy(decisions, ({ claimant }) => claimant).values()].map(({ length }) => length),
  );
  return [...byPair].flatMap(([key, own]) => {
    const [first] = own;
    if (!first || own.length < LEAST_CLAIMS) return [];
    const shareOf = (test: (decision: PairedDecision) => boolean) => own.filter(test).length / own.length;
    const atOnce = shareOf(({ submittedAt, decidedAt }) => decidedAt - submittedAt < 2 * MINUTE_MS);
    const atNight = shareOf(({ decidedAt }) => isNight(decidedAt));
    const isGlaring = own.length >= MANY_CLAIMS && Math.max(atOnce, atNight) >= NEARLY_ALL;
    const shows: Readonly<Record<PairSign, boolean>> = {
      hasty: shareOf(({ claimId }) => hasty.has(claimId)) >= 0.6,
      at_once: atOnce >= 0.5,
      at_night: atNight >= 0.3,
      each_other: verifiesBack(decisions, first),
      much_more: own.length > 3 * usual,
    };
    const signs = PAIR_SIGNS.filter((sign) => shows[sign]);
    if (signs.length < LEAST_SIGNS && !isGlaring) return [];
    return [{ key, claimant: first.claimant, verifier: first.verifier, claims: own.length, signs }];
  });
}

/** Claims decided within eight seconds of the same verifier's decision before: nobody reads a claim in that time. */
function findHasty(decisions: readonly PairedDecision[]): ReadonlySet<string> {
  const hasty = new Set<string>();
  for (const own of groupBy(decisions, ({ verifier }) => verifier).values()) {
    const ordered = own.toSorted((left, right) => left.decidedAt - right.decidedAt);
    for (const [index, { claimId, decidedAt }] of ordered.entries()) {
      const before = ordered[index - 1];
      if (before && decidedAt - before.decidedAt < 8 * SECOND_MS) hasty.add(claimId);
    }
  }
  return hasty;
}

function verifiesBack(decisions: readonly PairedDecision[], pair: PairedDecision): boolean {
  const back = decisions.filter(
    ({ claimantAccount, verifier }) => claimantAccount === pair.verifier && verifier === pair.claimantAccount,
  );
  return pair.claimantAccount !== null && back.length >= LEAST_CLAIMS;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function isNight(moment: Instant): boolean {
  const hour = Math.floor((moment + ZONE_MS) / HOUR_MS) % 24;
  return hour >= 23 || hour < 5;
}

function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
