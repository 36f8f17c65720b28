import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type DrawReason, drawClaims, LOOKS_PER_VILLAGE_AND_YEAR, quotaOf } from "./draw.ts";
import { findOddPairs, type PairedDecision } from "./odd-pairs.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const VILLAGES = 30;
const MEMBERS = 5;
const MONTHS = 12;
/** Midnight in Việt Nam on 1 January 2026. */
const NEW_YEAR = Date.UTC(2025, 11, 31, 17);

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** How two who agreed to invent work behave; each also hides as well as its kind allows. */
const SCHEMES = ["bulk", "side by side", "night shift", "mutual", "careful"] as const;
type PlantedScheme = (typeof SCHEMES)[number];

/** xorshift: the same year on every machine. */
function makeDice(seed: number) {
  let state = seed;
  const roll = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return { roll, between: (from: number, to: number) => from + Math.floor(roll() * (to - from + 1)) };
}

type Dice = ReturnType<typeof makeDice>;

/** One leader in three approves a whole evening with one press; one member in ten does three times as much. */
function honest(dice: Dice, village: number, member: number, month: number): PairedDecision[] {
  const isStar = (village * MEMBERS + member) % 10 === 0;
  const isPressedAtOnce = village % 3 === 1;
  const claims = isStar ? dice.between(30, 45) : dice.between(2, 18);
  return Array.from({ length: claims }, (_, index) => {
    const day = dice.between(0, 27);
    const submittedAt = NEW_YEAR + (month * 30 + day) * DAY_MS + (8 + dice.roll() * 13.5) * HOUR_MS;
    // Leaders look in the evening, claim after claim, with a moment for each; one in ten sits beside the member.
    const isBeside = dice.roll() < 0.1;
    const evening = NEW_YEAR + (month * 30 + day + 1) * DAY_MS + 19.5 * HOUR_MS;
    if (isPressedAtOnce) return decision(village, member, month, index, submittedAt, evening);
    const decidedAt = isBeside
      ? submittedAt + dice.between(20, 100) * 1_000
      : evening + dice.between(0, 150 * 60) * 1_000;
    return decision(village, member, month, index, submittedAt, decidedAt);
  });
}

const CLAIMS_A_MONTH: Readonly<Record<PlantedScheme, number>> = {
  bulk: 40,
  "side by side": 36,
  "night shift": 24,
  mutual: 22,
  careful: 20,
};

function invented(dice: Dice, scheme: PlantedScheme, village: number, member: number, month: number) {
  const night = NEW_YEAR + (month * 30 + dice.between(5, 25)) * DAY_MS;
  return Array.from({ length: CLAIMS_A_MONTH[scheme] }, (_, index) => {
    const day = NEW_YEAR + (month * 30 + dice.between(0, 27)) * DAY_MS;
    const inTheDay = day + (9 + dice.roll() * 12) * HOUR_MS;
    const submittedAt = scheme === "night shift" ? night + 22.8 * HOUR_MS + index * MINUTE_MS : inTheDay;
    const decidedAt = {
      bulk: night + 20 * HOUR_MS + index * 4_000,
      "side by side": submittedAt + dice.between(15, 90) * 1_000,
      "night shift": night + 23.5 * HOUR_MS + index * 5_000,
      mutual: night + 20 * HOUR_MS + index * 6_000,
      careful: submittedAt + dice.between(2, 30) * HOUR_MS,
    }[scheme];
    return decision(village, member, month, index, submittedAt, decidedAt);
  });
}

function decision(
  village: number,
  member: number,
  month: number,
  index: number,
  submittedAt: number,
  decidedAt: number,
): PairedDecision {
  return {
    claimId: `${village}-${member}-${month}-${index}`,
    claimant: `member-${village}-${member}`,
    verifier: `account-${village}-0`,
    claimantAccount: `account-${village}-${member}`,
    submittedAt,
    decidedAt,
  };
}

/** The member's own work verified back by the member: what a deputy does for the leader. */
function returned(decisions: readonly PairedDecision[]): PairedDecision[] {
  return decisions.map((each) => ({
    ...each,
    claimId: `${each.claimId}-back`,
    claimant: each.claimant.replace(/-\d+$/, "-0"),
    claimantAccount: each.verifier,
    verifier: each.claimantAccount ?? "",
    decidedAt: each.decidedAt + HOUR_MS,
  }));
}

interface Tally {
  claims: number;
  flagged: number;
  /** Looked at again because of their pair. */
  looked: number;
  /** Months of one pair, and those in which it was flagged or one of its claims was drawn. */
  months: number;
  noticed: number;
}

const nothing = (): Tally => ({ claims: 0, flagged: 0, looked: 0, months: 0, noticed: 0 });

/** One year, month by month as it is closed: signs of pairs first, then the lot of 20 a village. */
function runYear(seed: number) {
  const dice = makeDice(seed);
  const planted = new Map<string, PlantedScheme>(
    SCHEMES.flatMap((scheme, at) =>
      [0, 1].map((each): [string, PlantedScheme] => [`${at * 6 + each * 3}/1`, scheme]),
    ),
  );
  const tallies = new Map<PlantedScheme | null, Tally>(
    [...SCHEMES, null].map((scheme) => [scheme, nothing()]),
  );
  const drawn = new Map<number | null, number>();
  const noticedPairs = new Set<string>();
  for (let month = 0; month < MONTHS; month++) {
    const decisions = [...Array(VILLAGES).keys()].flatMap((village) =>
      [...Array(MEMBERS).keys()].flatMap((at) => {
        const scheme = planted.get(`${village}/${at + 1}`);
        if (!scheme) return honest(dice, village, at + 1, month);
        const own = invented(dice, scheme, village, at + 1, month);
        return scheme === "mutual" ? [...own, ...returned(own)] : own;
      }),
    );
    const odd = new Set(findOddPairs(decisions).map(({ key }) => key));
    const lot = drawMonth(decisions, odd, month, drawn, dice);
    const monthsOf = new Map<string, boolean>();
    for (const { claimId, claimant, verifier } of decisions) {
      const place = placeOf(claimant);
      const scheme = planted.get(place) ?? null;
      const tally = tallies.get(scheme) ?? nothing();
      const isOdd = odd.has(`${claimant}/${verifier}`);
      tally.claims += 1;
      if (isOdd) tally.flagged += 1;
      if (lot.get(claimId) === "pair") tally.looked += 1;
      if (scheme) monthsOf.set(place, (monthsOf.get(place) ?? false) || isOdd || lot.has(claimId));
    }
    for (const [place, isNoticed] of monthsOf) {
      const tally = tallies.get(planted.get(place) ?? null) ?? nothing();
      tally.months += 1;
      if (isNoticed) {
        tally.noticed += 1;
        noticedPairs.add(place);
      }
    }
  }
  return { tallies, noticedPairs, planted };
}

/** The two behind a claim, by village and member: what a deputy does for the leader belongs to the same pair. */
function placeOf(claimant: string): string {
  const [, village = "", member = ""] = /^member-(\d+)-(\d+)$/.exec(claimant) ?? [];
  return `${village}/${member === "0" ? "1" : member}`;
}

function drawMonth(
  decisions: readonly PairedDecision[],
  odd: ReadonlySet<string>,
  month: number,
  drawn: Map<number | null, number>,
  dice: Dice,
): ReadonlyMap<string, DrawReason> {
  const claims = decisions.map(({ claimId, claimant, verifier }) => {
    const key = `${claimant}/${verifier}`;
    return {
      id: claimId,
      villageId: Number(placeOf(claimant).split("/")[0]),
      isLate: false,
      pair: odd.has(key) ? key : null,
    };
  });
  const villageOf = new Map(claims.map(({ id, villageId }) => [id, villageId]));
  const quotas = (villageId: number | null) =>
    quotaOf(
      { month: 202_601 + month, firstMonth: 202_601, drawnBefore: drawn.get(villageId) ?? 0 },
      LOOKS_PER_VILLAGE_AND_YEAR,
    );
  const { items } = drawClaims(String(dice.roll()), claims, quotas, hash);
  for (const { claimId, reason } of items) {
    const village = villageOf.get(claimId) ?? null;
    if (reason === "lot") drawn.set(village, (drawn.get(village) ?? 0) + 1);
  }
  return new Map(items.map(({ claimId, reason }) => [claimId, reason]));
}

describe("a year of 30 villages with ten pairs that invent work together", () => {
  const years = [20_261_120, 7, 424_242].map(runYear);
  const share = (schemes: readonly (PlantedScheme | null)[], of: keyof Tally, among: keyof Tally) => {
    const tallies = years.flatMap(({ tallies: all }) =>
      schemes.map((scheme) => all.get(scheme) ?? nothing()),
    );
    const sum = (what: keyof Tally) => tallies.reduce((total, each) => total + each[what], 0);
    return sum(of) / sum(among);
  };
  const OPEN = ["bulk", "side by side", "night shift", "mutual"] as const;

  it("T2: flags nine in ten invented claims of pairs that hurry, sit together, work at night or for each other", () => {
    expect(share(OPEN, "flagged", "claims")).toBeGreaterThanOrEqual(0.9);
  });

  it("T2: with pairs that take their time among them, seventeen in twenty months of a pair are noticed before they close", () => {
    expect(share(SCHEMES, "noticed", "months")).toBeGreaterThanOrEqual(0.85);
  });

  it("T2: of everybody else's claims at most three in a hundred are looked at again for a pair's signs", () => {
    expect(share([null], "looked", "claims")).toBeLessThanOrEqual(0.03);
  });

  it("T2: two who take their time show no sign; the lot alone meets each such pair within the year", () => {
    expect(share(["careful"], "flagged", "claims")).toBeLessThan(0.1);
    for (const { noticedPairs, planted } of years) expect(noticedPairs.size).toBe(planted.size);
  });
});
