import type { LocalDate } from "../calendar/local-date.ts";
import type { BadgeLimit, RuleAward } from "../plan/badge-proposal.ts";
import { type Badge, type BadgeMonth, type BadgeWork, occasionOf, type SubjectFacts } from "./badge.ts";
import { makeGauge } from "./gauge.ts";

/** What an award stands on: how much it was, how much was asked, and the records that made it. */
export interface AwardBasis {
  readonly value: number;
  readonly goal: number;
  readonly claims: readonly string[];
}

/** An award that the verified work makes due. Badge, occasion and tier name it for one subject. */
export interface DueAward {
  readonly badgeKey: string;
  readonly version: number;
  /** 1 for the first goal. */
  readonly tier: number;
  readonly occasion: string;
  readonly earnedOn: LocalDate;
  /** It is final once this month is sealed. */
  readonly monthId: number;
  readonly basis: AwardBasis;
}

/**
 * Every award of one subject, as a function of the set of verified claims alone (T20): work is read in one order,
 * that of the months it was booked in and the days it was done, so the road to the set leaves no trace.
 */
export function dueAwards(badge: Badge, facts: SubjectFacts, months: readonly BadgeMonth[]): DueAward[] {
  const works = inOrder(facts.works);
  const found = new Map<string, DueAward>();
  for (const [index, { version, from, content }] of badge.versions.entries()) {
    const { award, isRetired } = content;
    if (award.by !== "rule" || isRetired) continue;
    const until = badge.versions[index + 1]?.from ?? null;
    const start = index === 0 ? null : { from, month: months.find((month) => holds(month, from)) ?? null };
    for (const reached of reachGoals(award, works, facts)) {
      const name = `${reached.occasion}/${reached.tier}`;
      if (found.has(name)) continue;
      const settled = start ? settle(reached, award, start) : reached;
      if (settled && (until === null || settled.earnedOn < until)) {
        found.set(name, { badgeKey: badge.key, version, ...settled });
      }
    }
  }
  return [...found.values()].sort(
    (left, right) =>
      left.monthId - right.monthId || left.tier - right.tier || (left.occasion < right.occasion ? -1 : 1),
  );
}

/** Work that the rule counts, in the one order. */
export function countedWorks(award: RuleAward, works: readonly BadgeWork[]): BadgeWork[] {
  return inOrder(works).filter((work) => isWithin(award.only, work));
}

type Reached = Omit<DueAward, "badgeKey" | "version">;

function reachGoals(award: RuleAward, works: readonly BadgeWork[], facts: SubjectFacts): Reached[] {
  const occasions = new Map<string, BadgeWork[]>();
  for (const work of works) {
    if (!isWithin(award.only, work)) continue;
    const occasion = occasionOf(award.within, work.bookedMonth);
    const list = occasions.get(occasion);
    if (list) list.push(work);
    else occasions.set(occasion, [work]);
  }
  return [...occasions].flatMap(([occasion, list]) => reachIn(award, occasion, list, facts));
}

function reachIn(
  award: RuleAward,
  occasion: string,
  works: readonly BadgeWork[],
  facts: SubjectFacts,
): Reached[] {
  const gauge = makeGauge(award.measure, facts);
  const reached: Reached[] = [];
  for (const work of works) {
    gauge.add(work);
    for (let goal = award.goals[reached.length]; goal !== undefined && gauge.value >= goal; ) {
      const basis = gauge.basis();
      reached.push({
        tier: reached.length + 1,
        occasion,
        earnedOn: latest(
          basis.map(({ workDate }) => workDate),
          work.workDate,
        ),
        monthId: work.bookedMonth,
        basis: { value: gauge.value, goal, claims: basis.map(({ id }) => id).sort() },
      });
      goal = award.goals[reached.length];
    }
    if (reached.length === award.goals.length) break;
  }
  return reached;
}

/**
 * A later version begins on its day and judges what goes on then: who had done enough before earns it that day, if the
 * month or year it asks about is still running.
 */
function settle(
  reached: Reached,
  award: RuleAward,
  start: { readonly from: LocalDate; readonly month: BadgeMonth | null },
): Reached | null {
  if (reached.earnedOn >= start.from) return reached;
  if (!start.month || reached.occasion !== occasionOf(award.within, start.month.id)) return null;
  return { ...reached, earnedOn: start.from, monthId: Math.max(start.month.id, reached.monthId) };
}

function isWithin(limit: BadgeLimit | null, work: BadgeWork): boolean {
  switch (limit) {
    case null:
      return true;
    case "learning_movement":
      return work.isOfLearningMovement;
    case "mobile_point":
      return work.mode === "mobile_point";
    case "youth_union":
      return work.isByYouth;
  }
}

function inOrder(works: readonly BadgeWork[]): BadgeWork[] {
  const seen = new Map(works.map((work) => [work.id, work]));
  return [...seen.values()].sort(
    (left, right) =>
      left.bookedMonth - right.bookedMonth ||
      compare(left.workDate, right.workDate) ||
      compare(left.id, right.id),
  );
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function latest(days: readonly LocalDate[], atLeast: LocalDate): LocalDate {
  return days.reduce((last, day) => (day > last ? day : last), atLeast);
}

function holds({ firstDay, lastDay }: BadgeMonth, day: LocalDate): boolean {
  return firstDay <= day && day <= lastDay;
}
