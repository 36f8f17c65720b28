import { type Cutoff, type CutoffRefusal, judgeCutoff } from "../calendar/cutoff.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { nextPeriod, periodHolding } from "../calendar/period.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { PlanPreset } from "./plan-preset.ts";
import type { PlanWords } from "./words.ts";

/** The settings of a plan that its officers edit and publish; the rest of a preset is the paper's own text. */
export interface PlanSettings {
  readonly words: PlanWords;
  readonly team: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly teamsPerVillage: number;
  };
  readonly cutoff: Cutoff;
  readonly quotas: readonly { readonly key: string; readonly text: string; readonly count: number }[];
  readonly targets: readonly {
    readonly key: string;
    readonly text: string;
    /** Of a share; null for a place among others. */
    readonly basisPoints: number | null;
    readonly aspirational: boolean;
  }[];
}

export function settingsOfPreset(plan: PlanPreset): PlanSettings {
  const { minimum, maximum, teamsPerVillage } = plan.team;
  return {
    words: plan.words,
    team: { minimum, maximum, teamsPerVillage },
    cutoff: plan.report.cutoff,
    quotas: plan.quotas.map(({ key, text, count }) => ({ key, text, count })),
    targets: plan.targets.map(({ key, text, test, aspirational }) => ({
      key,
      text,
      basisPoints: test.kind === "share" ? test.basisPoints : null,
      aspirational,
    })),
  };
}

export type PlanVersionRefusal =
  | { readonly code: "plan_not_there" }
  | { readonly code: "plan_dates_crossed" }
  | { readonly code: "plan_replaces_itself" }
  | { readonly code: "plan_team_sizes_crossed"; readonly minimum: number; readonly maximum: number }
  | { readonly code: "plan_version_not_future"; readonly earliest: LocalDate }
  | { readonly code: "plan_version_not_period_start"; readonly before: LocalDate; readonly after: LocalDate }
  | { readonly code: "plan_version_after_end"; readonly endsOn: LocalDate }
  | { readonly code: "plan_version_before_last"; readonly last: LocalDate }
  | { readonly code: "plan_version_unchanged" }
  | { readonly code: "legal_basis_unreadable"; readonly line: number };

export function judgePlanSettings(
  settings: PlanSettings,
): Verdict<PlanSettings, CutoffRefusal | Extract<PlanVersionRefusal, { code: "plan_team_sizes_crossed" }>> {
  const { minimum, maximum } = settings.team;
  if (minimum !== null && maximum !== null && minimum > maximum) {
    return refused({ code: "plan_team_sizes_crossed", minimum, maximum });
  }
  // J01, J03: a report that is due before its figures stand is refused, whatever the paper says.
  const cutoff = judgeCutoff(settings.cutoff);
  return cutoff.ok ? allowed(settings) : cutoff;
}

export interface VersionFacts {
  readonly today: LocalDate;
  /** In force until the version takes over: its months are the ones that must not be cut. */
  readonly current: PlanSettings;
  readonly lastEffectiveOn: LocalDate | null;
  readonly endsOn: LocalDate;
}

/**
 * J24: a version begins with a month that has not begun, so that no month is ever counted under two rules and
 * none that closed is counted again.
 */
export function judgePublication(
  draft: PlanSettings,
  effectiveOn: LocalDate,
  facts: VersionFacts,
): ReturnType<typeof judgePlanSettings> | ({ ok: false } & PlanVersionRefusal) {
  const { today, current, lastEffectiveOn, endsOn } = facts;
  const { startDay } = current.cutoff;
  const earliest = nextStart(today, startDay);
  if (effectiveOn < earliest) return refused({ code: "plan_version_not_future", earliest });
  const holding = periodHolding("month", effectiveOn, startDay);
  if (holding.firstDay !== effectiveOn) {
    const after = nextPeriod(holding).firstDay;
    return refused({ code: "plan_version_not_period_start", before: holding.firstDay, after });
  }
  if (effectiveOn > endsOn) return refused({ code: "plan_version_after_end", endsOn });
  if (lastEffectiveOn !== null && effectiveOn <= lastEffectiveOn) {
    return refused({ code: "plan_version_before_last", last: lastEffectiveOn });
  }
  if (lastEffectiveOn !== null && differencesOf(current, draft).length === 0) {
    return refused({ code: "plan_version_unchanged" });
  }
  return judgePlanSettings(draft);
}

/** The first day of the first month that has not begun. */
export function nextStart(today: LocalDate, startDay: number): LocalDate {
  return nextPeriod(periodHolding("month", today, startDay)).firstDay;
}

/** One line where two versions differ; the catalogue names the field, `of` names the quota or target. */
export interface PlanDifference {
  readonly field: PlanField;
  readonly of: string | null;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

export type PlanField =
  | "team_word"
  | "team_short_word"
  | "village_word"
  | "office_word"
  | "minimum"
  | "maximum"
  | "teams_per_village"
  | "start_day"
  | "grace_days"
  | "team_due_day"
  | "team_due_month"
  | "team_due_strict"
  | "office_due_day"
  | "office_due_month"
  | "office_due_strict"
  | "quota"
  | "target";

export function differencesOf(before: PlanSettings, after: PlanSettings): PlanDifference[] {
  const left = flatten(before);
  const right = flatten(after);
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) => {
    const [a, b] = [left.get(key), right.get(key)];
    const named = b ?? a;
    if (named === undefined || a?.value === b?.value) return [];
    return [{ field: named.field, of: named.of, before: a?.value ?? null, after: b?.value ?? null }];
  });
}

interface Fact {
  readonly field: PlanField;
  readonly of: string | null;
  readonly value: string | number | boolean | null;
}

function flatten({ words, team, cutoff, quotas, targets }: PlanSettings): Map<string, Fact> {
  const facts: Fact[] = [
    { field: "team_word", of: null, value: words.team },
    { field: "team_short_word", of: null, value: words.teamShort },
    { field: "village_word", of: null, value: words.village },
    { field: "office_word", of: null, value: words.office },
    { field: "minimum", of: null, value: team.minimum },
    { field: "maximum", of: null, value: team.maximum },
    { field: "teams_per_village", of: null, value: team.teamsPerVillage },
    { field: "start_day", of: null, value: cutoff.startDay },
    { field: "grace_days", of: null, value: cutoff.graceDays },
    { field: "team_due_day", of: null, value: cutoff.due.team.day },
    { field: "team_due_month", of: null, value: cutoff.due.team.inMonth },
    { field: "team_due_strict", of: null, value: cutoff.due.team.strictlyBefore },
    { field: "office_due_day", of: null, value: cutoff.due.office.day },
    { field: "office_due_month", of: null, value: cutoff.due.office.inMonth },
    { field: "office_due_strict", of: null, value: cutoff.due.office.strictlyBefore },
    ...quotas.map(({ text, count }): Fact => ({ field: "quota", of: text, value: count })),
    ...targets.map(({ text, basisPoints }): Fact => ({ field: "target", of: text, value: basisPoints })),
  ];
  return new Map(facts.map((fact) => [`${fact.field}/${fact.of ?? ""}`, fact]));
}
