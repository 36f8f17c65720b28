import type { CriteriaSheet, Criterion, Formula } from "./criteria-sheet.ts";
import { choiceOf, type MeasureChoice, measureOf } from "./measure-choice.ts";

/** A figure of a formula that an office may change; the formula itself is one of the closed set. */
export interface SheetFigure {
  readonly name: FigureName;
  readonly unit: "points" | "percent" | "count";
  /** Null only where a figure may be left out. */
  readonly value: number | null;
  readonly isOptional: boolean;
}

const FIGURE_NAMES = [
  "perTeam",
  "ofAdults",
  "trustFrom",
  "asked",
  "absentAtMost",
  "from",
  "to",
  "lateDays",
  "lateShare",
  "recognised",
  "replicated",
  "story",
  "goal",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** Fewer looks than these tell more of chance than of people. */
const LEAST_LOOKS = 10;

export function figuresOf({ measure }: Pick<Criterion, "measure">): SheetFigure[] {
  if (measure.by !== "metric") return [];
  const { formula } = measure;
  const figure = (name: FigureName, unit: SheetFigure["unit"], value: number | null, isOptional = false) => ({
    name,
    unit,
    value,
    isOptional,
  });
  switch (formula.kind) {
    case "people_mean":
      return [
        figure("perTeam", "count", formula.perTeam, true),
        figure("ofAdults", "percent", formula.ofAdults),
        figure("trustFrom", "percent", formula.trust?.from ?? null, true),
      ];
    case "share":
    case "threshold": {
      const asked = figure("asked", "percent", formula.asked);
      return measure.metric === "household_coverage"
        ? [asked, figure("absentAtMost", "percent", formula.absentAtMost)]
        : [asked];
    }
    case "between":
      return [figure("from", "percent", formula.from), figure("to", "percent", formula.to)];
    case "punctual":
      return [
        figure("lateDays", "count", formula.lateDays),
        figure("lateShare", "percent", formula.lateShare),
      ];
    case "each":
      return FIGURE_NAMES.flatMap((name) => {
        const points = formula.points[name];
        return points === undefined ? [] : [figure(name, "points", points)];
      });
    case "attained_and_closed":
      return [];
  }
}

export type TypedFigures = Partial<Readonly<Record<FigureName, number | null>>>;

function withFigures(formula: Formula, typed: TypedFigures): Formula {
  const take = (name: FigureName, kept: number) => typed[name] ?? kept;
  switch (formula.kind) {
    case "people_mean": {
      const from = "trustFrom" in typed ? (typed.trustFrom ?? null) : (formula.trust?.from ?? null);
      return {
        ...formula,
        perTeam: "perTeam" in typed ? (typed.perTeam ?? null) : formula.perTeam,
        ofAdults: take("ofAdults", formula.ofAdults),
        trust: from === null ? null : { from, leastLooks: formula.trust?.leastLooks ?? LEAST_LOOKS },
      };
    }
    case "share":
    case "threshold":
      return {
        ...formula,
        asked: take("asked", formula.asked),
        absentAtMost: take("absentAtMost", formula.absentAtMost),
      };
    case "between":
      return { ...formula, from: take("from", formula.from), to: take("to", formula.to) };
    case "punctual":
      return {
        ...formula,
        lateDays: take("lateDays", formula.lateDays),
        lateShare: take("lateShare", formula.lateShare),
      };
    case "each": {
      const points = Object.entries(formula.points).map(([key, kept]) => [
        key,
        typed[key as FigureName] ?? kept,
      ]);
      return { ...formula, points: Object.fromEntries(points) };
    }
    case "attained_and_closed":
      return formula;
  }
}

export interface CriterionChange {
  readonly title: string;
  readonly explanation: string;
  readonly maximum: number;
  /** Another one than it has begins with the figures proposed for it. */
  readonly measure: MeasureChoice;
  readonly figures: TypedFigures;
}

interface SheetChange {
  /** By key; a criterion that is not named is left out of the sheet from now on. */
  readonly criteria: ReadonlyMap<string, CriterionChange>;
  readonly added:
    | (Pick<Criterion, "title" | "explanation" | "maximum" | "nature"> & {
        readonly group: string;
        readonly measure: MeasureChoice;
      })
    | null;
  readonly bandsFrom: ReadonlyMap<string, number>;
  readonly quota: number;
}

export function changeSheet(sheet: CriteriaSheet, change: SheetChange): CriteriaSheet {
  const groups = sheet.groups.map((group) => {
    const criteria = group.criteria.flatMap((criterion): Criterion[] => {
      const changed = change.criteria.get(criterion.key);
      return changed === undefined ? [] : [changeCriterion(criterion, changed)];
    });
    const { added } = change;
    if (added?.group === group.key) {
      const { group: _, measure, ...words } = added;
      criteria.push({ key: freeKey(sheet, "own"), ...words, measure: measureOf(measure) });
    }
    return { ...group, criteria };
  });
  return {
    ...sheet,
    groups: groups.filter(({ criteria }) => criteria.length > 0),
    bands: sheet.bands.map((band) => ({ ...band, from: change.bandsFrom.get(band.key) ?? band.from })),
    quota: change.quota,
  };
}

function changeCriterion(
  criterion: Criterion,
  { figures, measure: choice, ...words }: CriterionChange,
): Criterion {
  const { measure } = criterion;
  if (choice !== choiceOf(measure)) return { ...criterion, ...words, measure: measureOf(choice) };
  if (measure.by !== "metric") return { ...criterion, ...words };
  return { ...criterion, ...words, measure: { ...measure, formula: withFigures(measure.formula, figures) } };
}

/** "own-3": the first that nothing bears. */
function freeKey(sheet: CriteriaSheet, stem: string): string {
  const taken = new Set(sheet.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key)));
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

/** "7,5" or "7.5" as hundredths; null for what is no figure with at most two decimals. */
export function readHundredths(text: string): number | null {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!found?.[1]) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}
