import type { LocalDate } from "../calendar/local-date.ts";
import { extraOf } from "../campaigns/factor-of.ts";
import { compare, type PaidClaim, type PaidUnit, type Share } from "./unit-pay.ts";

/** What one unit leaves one member while caps are laid on it, one after the other. */
export interface Earning {
  readonly paid: PaidClaim;
  readonly unit: PaidUnit;
  readonly share: Share;
  /** Award and bonuses that still stand, and for how many pieces. */
  kept: number;
  pieces: number;
  priority: number;
  /** What a campaign adds to what is kept after the caps of kinds. */
  extra: number;
}

/** A cap in figures, so that it can be told: "counted 12 of 15, at most 12 a day". Points are hundredths. */
export type CapFact =
  | {
      readonly kind: "own_cap";
      readonly activityKey: string;
      readonly per: "day" | "month";
      readonly workDate: LocalDate | null;
      readonly units: number;
      readonly counted: number;
      readonly cap: number;
      readonly points: number;
    }
  | {
      readonly kind: "priority_cap" | "day_cap" | "month_cap";
      readonly workDate: LocalDate | null;
      readonly earned: number;
      readonly cap: number;
      readonly points: number;
    };

export interface Cut {
  readonly fact: CapFact;
  /** The claims among which the first names the team that bears the cut. */
  readonly among: readonly Earning[];
}

/** Everything one member did in one month of work. Lowers the earnings in place and answers the cuts. */
export function capMonth(earnings: readonly Earning[]): Cut[] {
  const limits = earnings[0]?.paid;
  if (!limits) return [];
  const days = groupBy(earnings, ({ paid }) => paid.claim.workDate);
  const ofKinds = capKinds(earnings);
  const ofPriority = capPriority(earnings, limits.priorityPerMonth);
  // D17: a campaign multiplies what counts, and what it adds stays under the caps of the day and the month.
  for (const earning of earnings) {
    const { campaign } = earning.share;
    earning.extra = campaign === null ? 0 : extraOf(earning.kept, campaign.factor);
  }
  return [...ofKinds, ...ofPriority, ...capTotals(days, earnings, limits)];
}

/** The best paid units are kept, so that nobody loses by what was done beyond the cap. */
function capKinds(earnings: readonly Earning[]): Cut[] {
  const capped = earnings.filter(
    ({ paid, pieces }) => pieces > 0 && (paid.kind?.cap?.per === "day" || paid.kind?.cap?.per === "month"),
  );
  const groups = groupBy(capped, ({ paid: { claim, kind } }) =>
    kind?.cap?.per === "day" ? `${kind.key}/${claim.workDate}` : (kind?.key ?? ""),
  );
  return [...groups.values()].flatMap((group) => {
    const kind = group[0]?.paid.kind;
    if (!kind?.cap) return [];
    const per = kind.cap.per === "day" ? "day" : "month";
    const units = group.reduce((sum, { pieces }) => sum + pieces, 0);
    if (units <= kind.cap.units) return [];
    let room = kind.cap.units;
    let points = 0;
    for (const earning of [...group].sort(bestPaidFirst)) {
      const pieces = Math.min(room, earning.pieces);
      const kept = Math.floor((earning.kept * pieces) / earning.pieces);
      points -= earning.kept - kept;
      earning.kept = kept;
      earning.pieces = pieces;
      room -= pieces;
    }
    const workDate = per === "day" ? (group[0]?.paid.claim.workDate ?? null) : null;
    const { key: activityKey, cap } = kind;
    const fact = {
      kind: "own_cap",
      activityKey,
      per,
      workDate,
      units,
      counted: cap.units,
      cap: cap.units,
      points,
    } as const;
    return [{ fact, among: group }];
  });
}

/** E01: a person of a priority group adds once a month to what the member earns, up to the month's most. */
function capPriority(earnings: readonly Earning[], cap: number): Cut[] {
  const with_ = earnings.filter(({ priority }) => priority > 0);
  const earned = sum(with_, ({ priority }) => priority);
  let room = cap;
  const seen = new Set<string | null>();
  for (const earning of [...with_].sort(
    (left, right) => right.priority - left.priority || inOrder(left, right),
  )) {
    const person = earning.unit.unit.personKey;
    const counts = earning.pieces > 0 && !seen.has(person);
    const priority = counts ? Math.min(room, earning.priority) : 0;
    if (counts) seen.add(person);
    room -= priority;
    earning.priority = priority;
  }
  const points = sum(with_, ({ priority }) => priority) - earned;
  return points === 0
    ? []
    : [{ fact: { kind: "priority_cap", workDate: null, earned, cap, points }, among: with_ }];
}

function capTotals(
  days: ReadonlyMap<string, readonly Earning[]>,
  earnings: readonly Earning[],
  { perDay, perMonth }: { readonly perDay: number; readonly perMonth: number },
): Cut[] {
  const cuts: Cut[] = [];
  let month = 0;
  for (const among of days.values()) {
    const earned = sum(among, ({ kept, priority, extra }) => kept + priority + extra);
    const workDate = among[0]?.paid.claim.workDate ?? null;
    if (earned > perDay) {
      cuts.push({ fact: { kind: "day_cap", workDate, earned, cap: perDay, points: perDay - earned }, among });
    }
    month += Math.min(earned, perDay);
  }
  if (month > perMonth) {
    const points = perMonth - month;
    const fact = { kind: "month_cap", workDate: null, earned: month, cap: perMonth, points } as const;
    cuts.push({ fact, among: earnings });
  }
  return cuts;
}

/** By day, claim and unit: the order in which work was done and named, never the order in which it arrived. */
export function inOrder(left: Earning, right: Earning): number {
  return (
    compare(left.paid.claim.workDate, right.paid.claim.workDate) ||
    compare(left.paid.claim.id, right.paid.claim.id) ||
    left.unit.unit.ordinal - right.unit.unit.ordinal
  );
}

function bestPaidFirst(left: Earning, right: Earning): number {
  return right.kept * left.pieces - left.kept * right.pieces || inOrder(left, right);
}

function groupBy(earnings: readonly Earning[], keyOf: (earning: Earning) => string): Map<string, Earning[]> {
  const groups = new Map<string, Earning[]>();
  for (const earning of earnings) {
    const key = keyOf(earning);
    const group = groups.get(key);
    if (group) group.push(earning);
    else groups.set(key, [earning]);
  }
  return groups;
}

function sum(earnings: readonly Earning[], of: (earning: Earning) => number): number {
  return earnings.reduce((total, earning) => total + of(earning), 0);
}
