import type { Criterion, Formula, Metric, RateFact, VillageFacts } from "./criteria-sheet.ts";
import {
  compare,
  divide,
  type Exact,
  exact,
  exactText,
  larger,
  meanOf,
  NOUGHT,
  ONE,
  smaller,
  subtract,
} from "./exact.ts";
import { measurePeople } from "./measure-people.ts";
import type { RateWorking, Working } from "./working.ts";

const FULL = 10_000;

/** Which rates anyone in the review has: what nobody knows is held against nobody. */
export type RatesRun = ReadonlyMap<string, { readonly start: boolean }>;

export interface Measured {
  /** Of the criterion's maximum, from nought to one. */
  readonly ratio: Exact;
  readonly hasGap: boolean;
  readonly working: Working;
}

/** What a village's facts come to by one criterion; null while there is no figure, which is not zero (rule 9). */
export function measureCriterion(criterion: Criterion, facts: VillageFacts, run: RatesRun): Measured | null {
  const { measure, maximum } = criterion;
  if (measure.by === "vote") return measureVotes(facts, criterion);
  if (measure.by === "document") {
    // A key may be any word an office types, and some words every object knows.
    const told = Object.hasOwn(facts.told, criterion.key) ? facts.told[criterion.key] : undefined;
    if (told === undefined) return null;
    const ratio = withinOne(exact(told.points, maximum));
    return whole(
      { kind: "told", points: told.points, document: told.document, ratio: exactText(ratio) },
      ratio,
    );
  }
  return measureFormula(measure.metric, measure.formula, facts, maximum, run);
}

/** A mark nobody gave is missing and no nought: the mean is of those that were given. */
function measureVotes({ votes }: VillageFacts, { key, maximum }: Criterion): Measured | null {
  const fact = votes !== undefined && Object.hasOwn(votes, key) ? votes[key] : undefined;
  if (fact === undefined || fact.votes <= 0) return null;
  const mean = exact(fact.sum, fact.votes);
  const ratio = withinOne(divide(mean, exact(maximum)));
  const { sum, votes: given, voters } = fact;
  return whole(
    { kind: "votes", sum, votes: given, voters, mean: exactText(mean), ratio: exactText(ratio) },
    ratio,
  );
}

function measureFormula(
  metric: Metric,
  formula: Formula,
  facts: VillageFacts,
  maximum: number,
  run: RatesRun,
): Measured | null {
  switch (formula.kind) {
    case "people_mean":
      return measurePeople(formula, facts);
    case "share":
    case "threshold":
      return measureShare(formula, countsOf(metric, facts));
    case "between":
      return measureBetween(formula, countsOf(metric, facts));
    case "attained_and_closed":
      return measureRates(facts.change, run);
    case "punctual":
      return measureReports(formula, facts);
    case "each":
      return measureEach(formula, metric === "campaigns" ? facts.campaigns : facts.goodWork, maximum);
  }
}

export interface Counts {
  readonly part: number;
  readonly whole: number;
  readonly absent: number;
}

/** The counts a share is taken of; null where nobody knows them. */
export function countsOf(metric: Metric, facts: VillageFacts): Counts | null {
  const { coverage, agreement, priorityGroups, training } = facts;
  switch (metric) {
    case "household_coverage":
      return coverage && { part: coverage.reached, whole: coverage.households, absent: coverage.absent };
    case "agreement":
      // People nobody reached say nothing either way.
      return agreement && { part: agreement.agrees, whole: agreement.agrees + agreement.differs, absent: 0 };
    case "priority_groups":
      return priorityGroups && { part: priorityGroups.reached, whole: priorityGroups.registered, absent: 0 };
    case "training":
      return training && { part: training.attended, whole: training.asked, absent: 0 };
    default:
      return null;
  }
}

/** How many of the absent leave the whole: never more than a share of it, in whole households. */
export function leftOutOf({ whole, absent }: Counts, absentAtMost: number): number {
  return Math.min(absent, Number((BigInt(whole) * BigInt(absentAtMost)) / BigInt(FULL)));
}

function measureShare(
  formula: Extract<Formula, { kind: "share" | "threshold" }>,
  counts: Counts | null,
): Measured | null {
  if (counts === null) return null;
  const leftOut = leftOutOf(counts, formula.absentAtMost);
  if (counts.whole - leftOut <= 0) return null;
  const share = smaller(ONE, exact(counts.part, counts.whole - leftOut));
  const asked = exact(formula.asked, FULL);
  let ratio: Exact;
  if (formula.kind === "share") ratio = withinOne(divide(share, asked));
  else {
    const difference = compare(share, asked);
    const isReached = formula.comparator === "more_than" ? difference > 0 : difference >= 0;
    ratio = isReached ? ONE : NOUGHT;
  }
  const { kind } = formula;
  return whole(
    {
      kind,
      ...counts,
      leftOut,
      share: exactText(share),
      asked: formula.asked,
      ratio: exactText(ratio),
    },
    ratio,
  );
}

function measureBetween(
  { from, to, leastLooks }: Extract<Formula, { kind: "between" }>,
  counts: Counts | null,
): Measured | null {
  if (counts === null || counts.whole < Math.max(1, leastLooks)) return null;
  const share = exact(counts.part, counts.whole);
  const ratio = withinOne(divide(subtract(share, exact(from, FULL)), exact(to - from, FULL)));
  const { part, whole: looks } = counts;
  return whole(
    { kind: "between", part, whole: looks, share: exactText(share), from, to, ratio: exactText(ratio) },
    ratio,
  );
}

function measureRates(change: readonly RateFact[] | null, run: RatesRun): Measured | null {
  const known = (change ?? []).filter((rate) => run.has(rate.key) && shareOf(rate.end) !== null);
  if (known.length === 0) return null;
  const rates = [...run].map(([key, { start }]) => {
    const fact = change?.find((rate) => rate.key === key);
    return measureRate(key, fact, start);
  });
  const ratio = meanOf(rates.map(({ exactRatio }) => exactRatio)) ?? NOUGHT;
  return {
    ratio,
    hasGap: rates.some(({ isMissing }) => isMissing),
    working: {
      kind: "attained_and_closed",
      rates: rates.map(({ working }) => working),
      ratio: exactText(ratio),
    },
  };
}

/** e/t and (e-s)/(t-s), each from nought to one, and their mean: who was there already has little left to close. */
function measureRate(
  key: string,
  fact: RateFact | undefined,
  isStartRun: boolean,
): { readonly exactRatio: Exact; readonly isMissing: boolean; readonly working: RateWorking } {
  const [start, end] = [shareOf(fact?.start ?? null), shareOf(fact?.end ?? null)];
  const asked = exact(fact?.asked ?? 0, FULL);
  const attained = end === null || asked.numerator <= 0n ? NOUGHT : withinOne(divide(end, asked));
  const closed = !isStartRun ? null : start === null || end === null ? NOUGHT : gapClosed(start, end, asked);
  const exactRatio = closed === null ? attained : (meanOf([attained, closed]) ?? NOUGHT);
  return {
    exactRatio,
    isMissing: end === null || (isStartRun && start === null),
    working: {
      key,
      asked: fact?.asked ?? 0,
      start: start && exactText(start),
      end: end && exactText(end),
      attained: exactText(attained),
      closed: closed && exactText(closed),
      ratio: exactText(exactRatio),
    },
  };
}

function gapClosed(start: Exact, end: Exact, asked: Exact): Exact {
  if (compare(start, asked) >= 0) return compare(end, asked) >= 0 ? ONE : NOUGHT;
  return withinOne(divide(subtract(end, start), subtract(asked, start)));
}

export function shareOf(counts: { readonly part: number; readonly whole: number } | null): Exact | null {
  return counts === null || counts.whole <= 0 ? null : smaller(ONE, exact(counts.part, counts.whole));
}

function measureReports(
  { lateDays, lateShare }: Extract<Formula, { kind: "punctual" }>,
  { reports }: VillageFacts,
): Measured | null {
  if (reports === null || reports.length === 0) return null;
  const shares = reports.map(({ periodKey, daysLate }) => {
    let share = NOUGHT;
    if (daysLate !== null && daysLate <= lateDays) share = daysLate <= 0 ? ONE : exact(lateShare, FULL);
    return { period: periodKey, daysLate, share };
  });
  const ratio = meanOf(shares.map(({ share }) => share)) ?? NOUGHT;
  const shown = shares.map((report) => ({ ...report, share: exactText(report.share) }));
  return whole({ kind: "punctual", reports: shown, ratio: exactText(ratio) }, ratio);
}

function measureEach(
  formula: Extract<Formula, { kind: "each" }>,
  counts: Readonly<Record<string, number>> | null,
  maximum: number,
): Measured | null {
  if (counts === null) return null;
  const items = Object.entries(formula.points).map(([key, points]) => ({
    key,
    count: Math.max(0, counts[key] ?? 0),
    points,
  }));
  const sum = items.reduce((total, { count, points }) => total + count * points, 0);
  const ratio = withinOne(exact(sum, maximum));
  return whole({ kind: "each", items, sum, ratio: exactText(ratio) }, ratio);
}

function whole(working: Working, ratio: Exact): Measured {
  return { ratio, hasGap: false, working };
}

function withinOne(ratio: Exact): Exact {
  return smaller(ONE, larger(NOUGHT, ratio));
}
