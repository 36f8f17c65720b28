import type { LocalDate } from "../calendar/local-date.ts";
import type { VerifiedClaim } from "../points/line.ts";
import { dueLines } from "../points/score.ts";
import type { MonthRules } from "../points/unit-pay.ts";
import type { Scheme } from "./scheme.ts";

/** What one member's work since a day would come to, under the rules it was counted by and under a draft. */
export interface RehearsedMember {
  readonly memberId: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The draft counts work that is counted already, and nothing is booked. Older work keeps its own rules and is still
 * looked at: what earned once does not earn again.
 */
export function rehearse(
  claims: readonly VerifiedClaim[],
  rulesOf: (workMonth: number) => MonthRules,
  draft: Scheme,
  from: LocalDate,
): RehearsedMember[] {
  const months = new Set(claims.filter(({ workDate }) => workDate >= from).map(({ workMonth }) => workMonth));
  // A campaign that was announced goes on multiplying, whatever the rules become.
  const withDraft = (month: number): MonthRules => {
    const rules = rulesOf(month);
    return months.has(month) ? { ...draft, campaigns: rules.campaigns ?? [] } : rules;
  };
  const before = sumByMember(claims, rulesOf, from);
  const after = sumByMember(claims, withDraft, from);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((memberId) => ({ memberId, before: before.get(memberId) ?? 0, after: after.get(memberId) ?? 0 }))
    .sort((left, right) => moveOf(right) - moveOf(left) || (left.memberId < right.memberId ? -1 : 1));
}

function sumByMember(
  claims: readonly VerifiedClaim[],
  rulesOf: (workMonth: number) => MonthRules,
  from: LocalDate,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { memberId, workDate, points } of dueLines(claims, rulesOf)) {
    if (workDate >= from) sums.set(memberId, (sums.get(memberId) ?? 0) + points);
  }
  return sums;
}

function moveOf({ before, after }: RehearsedMember): number {
  return Math.abs(after - before);
}
