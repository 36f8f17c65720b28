import type { LocalDate } from "../calendar/local-date.ts";
import { nextPeriod, periodHolding } from "../calendar/period.ts";
import { checkActivity, checkLimits } from "../plan/check-plan.ts";
import { nextStart } from "../plan/plan-version.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { ActivityKind, Scheme } from "./scheme.ts";

export type SchemeRefusal =
  | { readonly code: "scheme_kind_not_there" }
  | { readonly code: "scheme_points_not_rising" }
  | { readonly code: "scheme_bonus_crossed"; readonly key: string }
  | { readonly code: "scheme_mode_missing" }
  | { readonly code: "scheme_limits_crossed" }
  | { readonly code: "scheme_nothing_drafted" }
  | { readonly code: "scheme_unchanged" }
  | { readonly code: "scheme_waits_for_second" }
  | { readonly code: "scheme_not_proposed" }
  | { readonly code: "scheme_needs_another_person" }
  | { readonly code: "scheme_not_future"; readonly earliest: LocalDate }
  | { readonly code: "scheme_not_month_start"; readonly before: LocalDate; readonly after: LocalDate }
  | { readonly code: "scheme_before_last"; readonly last: LocalDate };

/** One kind as somebody edited it. What the plan itself may propose is the measure here too. */
export function judgeKind(kind: ActivityKind): Verdict<ActivityKind, SchemeRefusal> {
  if (checkActivity(kind).length > 0) return refused({ code: "scheme_points_not_rising" });
  const crossed = kind.bonuses.find(({ each, atMost }) => atMost < each);
  if (crossed) return refused({ code: "scheme_bonus_crossed", key: crossed.key });
  return kind.modes.length === 0 ? refused({ code: "scheme_mode_missing" }) : allowed(kind);
}

export function judgeScheme(scheme: Scheme): Verdict<Scheme, SchemeRefusal> {
  if (checkLimits(scheme.limits).length > 0) return refused({ code: "scheme_limits_crossed" });
  for (const kind of scheme.activities) {
    const verdict = judgeKind(kind);
    if (!verdict.ok) return verdict;
  }
  return allowed(scheme);
}

export interface EffectFacts {
  readonly today: LocalDate;
  /** The day on which the commune's months begin. */
  readonly startDay: number;
  /** The first day of the newest version there is. */
  readonly lastEffectiveOn: LocalDate;
  /** The last day that an opened month holds: its rules are pinned. */
  readonly openedUntil: LocalDate | null;
}

/** T6: new rules begin with a month that has not begun, so that nobody's work is counted under rules made after it. */
export function judgeEffect(effectiveOn: LocalDate, facts: EffectFacts): Verdict<LocalDate, SchemeRefusal> {
  const earliest = earliestEffect(facts);
  if (effectiveOn < earliest) return refused({ code: "scheme_not_future", earliest });
  const holding = periodHolding("month", effectiveOn, facts.startDay);
  if (holding.firstDay !== effectiveOn) {
    const after = nextPeriod(holding).firstDay;
    return refused({ code: "scheme_not_month_start", before: holding.firstDay, after });
  }
  const last = facts.lastEffectiveOn;
  return effectiveOn <= last ? refused({ code: "scheme_before_last", last }) : allowed(effectiveOn);
}

export function earliestEffect({ today, startDay, openedUntil }: EffectFacts): LocalDate {
  const next = nextStart(today, startDay);
  return openedUntil !== null && openedUntil >= next ? nextStart(openedUntil, startDay) : next;
}

/** Who proposes does not publish, whatever their roles (T6). */
export function judgePublisher(proposedBy: string | null, publisher: string): Verdict<null, SchemeRefusal> {
  if (proposedBy === null) return refused({ code: "scheme_not_proposed" });
  if (proposedBy === publisher) return refused({ code: "scheme_needs_another_person" });
  return allowed(null);
}
