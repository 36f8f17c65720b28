import type { LocalDate } from "../calendar/local-date.ts";
import type { CountedFact, TargetTest } from "../plan/target.ts";
import type { Ancestor, ToldFigure } from "./detail.ts";
import type { Measured } from "./measure.ts";
import { type Light, lightOf, lightOfPlace, project, type Span, type Step, stepOn } from "./progress.ts";
import { isCumulative, type TargetSource } from "./source.ts";

/** B01: a target of the plan year with all that is said of it. */
export interface TargetEntry {
  readonly key: string;
  readonly text: string;
  readonly fact: CountedFact;
  readonly test: TargetTest;
  readonly aspirational: boolean;
  readonly parts: readonly string[];
  readonly source: TargetSource;
  /** The plan's own figure and day, last, after the steps on the way. */
  readonly steps: readonly Step[];
  readonly lineage: readonly Ancestor[];
  readonly accountable: { readonly id: string; readonly name: string } | null;
  /** Not of the plan: the commune wrote it in. */
  readonly isOwn: boolean;
  readonly revision: number;
}

/** What is counted at one village. */
export interface PlaceReading extends Measured {
  readonly villageId: number;
  readonly name: string;
  readonly unknown?: number;
}

export interface MonthReading extends Measured {
  readonly monthId: number;
}

/** What the sources say of one target on one day. */
export interface TargetReading {
  /** Counted by the house, told by a paper, or by nobody yet. */
  readonly basis: "source" | "told" | "none";
  readonly commune: Measured;
  /** Those of the list of whom nothing is known; in neither number. */
  readonly unknown: number;
  readonly place: number | null;
  readonly villages: readonly PlaceReading[];
  /** B02: in the order of the target's parts. */
  readonly parts: readonly Measured[];
  readonly history: readonly MonthReading[];
  readonly told: ToldFigure | null;
}

export interface TargetState {
  readonly light: Light;
  readonly step: Step | null;
  readonly projected: Measured | null;
}

/** Fewer than half asked say nothing of all: what was found so far is shown, and judged by nobody. */
export function isEnoughAsked({ commune, unknown }: Pick<TargetReading, "commune" | "unknown">): boolean {
  return commune.whole !== null && commune.whole >= unknown;
}

export function stateOf(
  entry: Pick<TargetEntry, "test" | "steps" | "aspirational" | "source">,
  reading: Pick<TargetReading, "commune" | "unknown" | "place" | "basis">,
  year: Span,
  today: LocalDate,
): TargetState {
  const { test, aspirational } = entry;
  const step = stepOn(entry.steps, today);
  if (test.kind === "place") {
    const isOver = today > year.lastDay;
    return {
      light: lightOfPlace(reading.place, test.within, isOver, aspirational),
      step: null,
      projected: null,
    };
  }
  const { whole } = reading.commune;
  if (step === null || whole === null || whole <= 0) return { light: "no_data", step, projected: null };
  if (!isEnoughAsked(reading)) return { light: "too_few", step, projected: null };
  const span = { firstDay: year.firstDay, lastDay: step.lastDay };
  const isGrowing = reading.basis === "source" && isCumulative(entry.source);
  const projected = isGrowing ? project(reading.commune, span, today) : null;
  const { comparator } = test;
  const light = lightOf({ comparator, step, measured: reading.commune, projected, today, aspirational });
  return { light, step, projected };
}

/** K08: one village under the same measure; where nothing is counted by village there is no light. */
export function lightOfVillage(
  entry: Pick<TargetEntry, "test" | "steps" | "aspirational" | "source">,
  place: Measured & { readonly unknown?: number },
  year: Span,
  today: LocalDate,
): Light {
  const reading = { commune: place, unknown: place.unknown ?? 0, place: null, basis: "source" } as const;
  return stateOf(entry, reading, year, today).light;
}
