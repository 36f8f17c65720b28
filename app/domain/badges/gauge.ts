import type { LocalDate } from "../calendar/local-date.ts";
import type { BadgeMeasure } from "../plan/badge-proposal.ts";
import { CORE_TOPICS } from "../training/training-book.ts";
import type { BadgeWork, SubjectFacts } from "./badge.ts";
import { runningWeeks, runThrough, weekOf } from "./week.ts";

/** Takes work piece by piece and never sinks. What it shows depends on the set of pieces, not on their order. */
export interface Gauge {
  add(work: BadgeWork): void;
  readonly value: number;
  /** The pieces of work the value stands on. */
  basis(): readonly BadgeWork[];
  /** What a person sees as "so far": a streak that was broken starts again. */
  current(today: LocalDate): number;
}

export function makeGauge(measure: BadgeMeasure, facts: Omit<SubjectFacts, "works">): Gauge {
  switch (measure) {
    case "active_weeks_in_a_row":
      return new WeekGauge(facts.excusedWeeks);
    case "quota_months_in_a_row":
      return new QuotaGauge(facts.monthlyQuota);
    case "household_coverage_basis_points":
      return new CountGauge(measure, (count) =>
        facts.households === 0 ? 0 : Math.floor((count * 10_000) / facts.households),
      );
    default:
      return new CountGauge(measure, (count) => count);
  }
}

/** Different things: a person met twice is one person. */
class CountGauge implements Gauge {
  readonly #first = new Map<string, BadgeWork>();
  readonly #measure: CountedMeasure;
  readonly #scaled: (count: number) => number;
  constructor(measure: CountedMeasure, scaled: (count: number) => number) {
    this.#measure = measure;
    this.#scaled = scaled;
  }
  add(work: BadgeWork): void {
    for (const name of countedNames(this.#measure, work))
      if (!this.#first.has(name)) this.#first.set(name, work);
  }
  get value(): number {
    return this.#scaled(this.#first.size);
  }
  basis(): readonly BadgeWork[] {
    return [...new Set(this.#first.values())];
  }
  current(): number {
    return this.value;
  }
}

type CountedMeasure = Exclude<BadgeMeasure, "active_weeks_in_a_row" | "quota_months_in_a_row">;

function countedNames(measure: CountedMeasure, work: BadgeWork): readonly string[] {
  const { id, units } = work;
  const peopleOf = (wanted: readonly BadgeWork["units"][number][]) =>
    wanted.flatMap(({ personKey }) => personKey ?? []);
  switch (measure) {
    case "verified_claims":
      return [id];
    case "proficient_people":
      return peopleOf(units.filter(({ outcome }) => outcome === "proficient"));
    case "first_visits":
      return work.activityKey === "first-visit" ? units.flatMap(({ householdId }) => householdId ?? []) : [];
    case "return_visits":
      return work.activityKey === "return-visit" ? peopleOf(units) : [];
    case "priority_people":
      return peopleOf(units.filter(({ isPriority }) => isPriority));
    case "online_safety_people":
      return work.activityKey === "online-safety" ? peopleOf(units) : [];
    case "classes_taught":
      // Where nobody else is named as the teacher, whoever logged the class taught it.
      return work.activityKey === "class" &&
        (work.part === "teacher" || (work.part === "claimant" && !work.hasTeacher))
        ? [id]
        : [];
    case "help_point_shifts":
      return work.activityKey === "help-point-shift" ? [id] : [];
    case "published_items":
      return work.activityKey === "story" ? units.map(({ ordinal }) => `${id}/${ordinal}`) : [];
    case "recognised_initiatives":
      return work.activityKey === "initiative"
        ? units.flatMap(({ ordinal, stage }) => (stage === "recognised" ? `${id}/${ordinal}` : []))
        : [];
    case "pillars_in_a_month":
      return work.pillar === "common" ? [] : [work.pillar];
    case "core_training_topics":
      return CORE_TOPICS.filter((topic) => work.trainingTopics.includes(topic));
    case "household_coverage_basis_points":
      return units.flatMap(({ householdId, outcome, isOfVillage }) =>
        outcome === "proficient" && isOfVillage !== false ? (householdId ?? []) : [],
      );
  }
}

/** By days of work: what a phone sends late mends the run it belongs to. */
class WeekGauge implements Gauge {
  readonly #active = new Map<LocalDate, BadgeWork>();
  readonly #excused: ReadonlySet<LocalDate>;
  #best: readonly LocalDate[] = [];
  constructor(excused: ReadonlySet<LocalDate>) {
    this.#excused = excused;
  }
  readonly #isActive = (week: LocalDate) => this.#active.has(week);
  readonly #isExcused = (week: LocalDate) => this.#excused.has(week);
  add(work: BadgeWork): void {
    const week = weekOf(work.workDate);
    if (this.#active.has(week)) return;
    this.#active.set(week, work);
    const run = runThrough(week, this.#isActive, this.#isExcused);
    if (run.length > this.#best.length) this.#best = run;
  }
  get value(): number {
    return this.#best.length;
  }
  basis(): readonly BadgeWork[] {
    return this.#best.flatMap((week) => this.#active.get(week) ?? []);
  }
  current(today: LocalDate): number {
    return runningWeeks(today, this.#isActive, this.#isExcused).length;
  }
}

/** B13: months one after the other in which the team brought as many people as the plan asks. */
class QuotaGauge implements Gauge {
  readonly #quota: number | null;
  readonly #people = new Map<number, Map<string, BadgeWork>>();
  #best: readonly number[] = [];
  constructor(quota: number | null) {
    this.#quota = quota;
  }
  add(work: BadgeWork): void {
    if (this.#quota === null) return;
    const month = this.#people.get(work.bookedMonth) ?? new Map<string, BadgeWork>();
    this.#people.set(work.bookedMonth, month);
    const wasFull = month.size >= this.#quota;
    for (const key of countedNames("proficient_people", work)) if (!month.has(key)) month.set(key, work);
    if (wasFull || month.size < this.#quota) return;
    const run = this.#runThrough(work.bookedMonth);
    if (run.length > this.#best.length) this.#best = run;
  }
  get value(): number {
    return this.#best.length;
  }
  basis(): readonly BadgeWork[] {
    return [...new Set(this.#best.flatMap((month) => [...(this.#people.get(month)?.values() ?? [])]))];
  }
  current(today: LocalDate): number {
    const month = Number(today.slice(0, 4)) * 100 + Number(today.slice(5, 7));
    const last = [stepMonth(month, 1), month, stepMonth(month, -1)].find((each) => this.#isFull(each));
    return last === undefined ? 0 : this.#runThrough(last).length;
  }
  #isFull(month: number): boolean {
    return this.#quota !== null && (this.#people.get(month)?.size ?? 0) >= this.#quota;
  }
  #runThrough(month: number): number[] {
    const run = [month];
    for (let next = stepMonth(month, -1); this.#isFull(next); next = stepMonth(next, -1)) run.unshift(next);
    for (let next = stepMonth(month, 1); this.#isFull(next); next = stepMonth(next, 1)) run.push(next);
    return run;
  }
}

function stepMonth(monthId: number, by: 1 | -1): number {
  const index = Math.floor(monthId / 100) * 12 + (monthId % 100) - 1 + by;
  return Math.floor(index / 12) * 100 + (index % 12) + 1;
}
