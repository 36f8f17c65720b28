import type { Formula, MonthFact, VillageFacts } from "./criteria-sheet.ts";
import {
  compare,
  divide,
  type Exact,
  exact,
  exactText,
  meanOf,
  multiply,
  ONE,
  smaller,
  sumOf,
} from "./exact.ts";
import type { SpanWorking, Working } from "./working.ts";

type PeopleFormula = Extract<Formula, { kind: "people_mean" }>;

const FULL = 10_000;

/**
 * Mean over the counted spans, so that a plan that began in May loses nothing. People are cut by the rate of agreement
 * where it is low: what was added to the figures falls out again.
 */
export function measurePeople(
  formula: PeopleFormula,
  facts: VillageFacts,
): { readonly ratio: Exact; readonly hasGap: false; readonly working: Working } | null {
  const trust = trustOf(formula, facts);
  const spans = spansOf(formula, facts.proficientPeople ?? []).flatMap(([span, months]) => {
    const measured = measureSpan(months, trust, formula, facts);
    return measured === null ? [] : [{ span, ...measured }];
  });
  const ratio = meanOf(spans.map((span) => span.ratio));
  if (ratio === null) return null;
  const shown = spans.map(
    ({ span, people, counted, asked, askedBy, ratio }): SpanWorking => ({
      span,
      people,
      counted: exactText(counted),
      asked: exactText(asked),
      askedBy,
      ratio: exactText(ratio),
    }),
  );
  return {
    ratio,
    hasGap: false,
    working: {
      kind: "people_mean",
      trust: trust && exactText(trust),
      spans: shown,
      ratio: exactText(ratio),
    },
  };
}

function measureSpan(
  months: readonly MonthFact[],
  trust: Exact | null,
  formula: PeopleFormula,
  facts: VillageFacts,
) {
  const each = months.flatMap((month) => {
    const asked = askedIn(month, formula, facts);
    return asked === null ? [] : [{ people: Math.max(0, month.people), ...asked }];
  });
  const [first] = each;
  if (first === undefined) return null;
  const people = each.reduce((sum, month) => sum + month.people, 0);
  const asked = sumOf(each.map((month) => month.asked));
  const counted = trust === null ? exact(people) : multiply(exact(people), trust);
  return { people, counted, asked, askedBy: first.by, ratio: smaller(ONE, divide(counted, asked)) };
}

/** Small villages cannot guide people they do not have: the quota of the teams, at most a share of the adults. */
function askedIn(
  month: MonthFact,
  { perTeam, ofAdults }: PeopleFormula,
  { teams, adults }: VillageFacts,
): { readonly asked: Exact; readonly by: SpanWorking["askedBy"] } | null {
  const byAdults =
    adults === null || adults <= 0 || ofAdults <= 0
      ? null
      : ({ asked: multiply(exact(adults), exact(ofAdults, FULL)), by: "adults" } as const);
  if (perTeam === null) {
    if (month.assigned !== null && month.assigned > 0)
      return { asked: exact(month.assigned), by: "assigned" };
    return byAdults;
  }
  const byQuota = teams > 0 && perTeam > 0 ? ({ asked: exact(perTeam * teams), by: "quota" } as const) : null;
  if (byQuota === null || byAdults === null) return byQuota ?? byAdults;
  return compare(byQuota.asked, byAdults.asked) <= 0 ? byQuota : byAdults;
}

/** The rate people are counted by; null while they are taken at their word. */
function trustOf({ trust }: PeopleFormula, { agreement }: VillageFacts): Exact | null {
  if (trust === null || agreement === null) return null;
  const looks = agreement.agrees + agreement.differs;
  if (looks < Math.max(1, trust.leastLooks)) return null;
  const rate = exact(agreement.agrees, looks);
  return compare(rate, exact(trust.from, FULL)) >= 0 ? null : rate;
}

function spansOf(
  { every }: PeopleFormula,
  months: readonly MonthFact[],
): (readonly [span: number, months: readonly MonthFact[]])[] {
  const spans = new Map<number, MonthFact[]>();
  for (const month of [...months].sort((left, right) => left.month - right.month)) {
    const span = every === "month" ? month.month : quarterOf(month.month);
    spans.set(span, [...(spans.get(span) ?? []), month]);
  }
  return [...spans];
}

/** 202605 is in 20262. */
function quarterOf(month: number): number {
  return Math.floor(month / 100) * 10 + Math.ceil((month % 100) / 3);
}
