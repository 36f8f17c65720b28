import { cellName, type FormLayout, labelOfCell, parseCell, stateOfCell } from "./form-layout.ts";
import {
  COMMUNE_METRICS,
  type CommuneMetric,
  communeValue,
  type FormFacts,
  type FormMetric,
  type FormValue,
  VILLAGE_METRICS,
  type VillageMetric,
  villageValue,
} from "./form-metric.ts";

/** One cell told once what it holds. "villages": from there down, one row for each village. */
export type MappedCell =
  | {
      readonly sheet: string;
      readonly cell: string;
      readonly spread: "commune";
      readonly metric: CommuneMetric;
    }
  | {
      readonly sheet: string;
      readonly cell: string;
      readonly spread: "villages";
      readonly metric: VillageMetric;
    };

const MOST_MAPPED = 300;
export const LARGEST_FORM_MB = 2;
/** Of one commune, all versions of all forms. */
export const FORMS_SPACE_MB = 60;
export const MOST_FORMS = 40;

export type FormRefusal =
  | { readonly code: "form_file_missing" }
  | { readonly code: "form_file_too_large"; readonly maximumMegabytes: number }
  | { readonly code: "form_old_format" }
  | { readonly code: "form_locked" }
  | { readonly code: "form_unreadable" }
  | { readonly code: "form_unpacks_too_large" }
  | { readonly code: "form_runs_things" }
  | { readonly code: "form_busy" }
  | { readonly code: "form_space_used_up"; readonly maximumMegabytes: number }
  | { readonly code: "form_too_many"; readonly maximum: number }
  | { readonly code: "form_cell_unknown" }
  | { readonly code: "form_sheet_unknown" }
  | { readonly code: "form_cell_formula"; readonly cell: string }
  | { readonly code: "form_cell_text"; readonly cell: string; readonly text: string }
  | { readonly code: "form_cell_covered"; readonly cell: string; readonly anchor: string }
  | { readonly code: "form_cell_taken"; readonly cell: string }
  | { readonly code: "form_metric_of_villages" }
  | { readonly code: "form_metric_of_commune" }
  | { readonly code: "form_mapping_full"; readonly maximum: number }
  | { readonly code: "form_changed_meanwhile" };

export interface WishedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly spread: "commune" | "villages";
  readonly metric: FormMetric;
}

type Judged =
  | { readonly ok: true; readonly value: MappedCell }
  | { readonly ok: false; readonly field: "sheet" | "cell" | "metric"; readonly refusal: FormRefusal };

/** Whether a cell of this form can be told to hold this figure. */
export function judgeMappedCell(
  layout: FormLayout,
  mapping: readonly MappedCell[],
  wish: WishedCell,
): Judged {
  const refuse = (field: "sheet" | "cell" | "metric", refusal: FormRefusal) =>
    ({ ok: false, field, refusal }) as const;
  const sheet = layout.find(({ name }) => name === wish.sheet);
  if (!sheet) return refuse("sheet", { code: "form_sheet_unknown" });
  const place = parseCell(wish.cell);
  if (place === null) return refuse("cell", { code: "form_cell_unknown" });
  const cell = cellName(place);
  const state = stateOfCell(sheet, place);
  if (state.is === "formula") return refuse("cell", { code: "form_cell_formula", cell });
  if (state.is === "text") return refuse("cell", { code: "form_cell_text", cell, text: state.text });
  if (state.is === "covered")
    return refuse("cell", { code: "form_cell_covered", cell, anchor: state.anchor });
  if (mapping.some((known) => known.sheet === sheet.name && known.cell === cell))
    return refuse("cell", { code: "form_cell_taken", cell });
  if (mapping.length >= MOST_MAPPED)
    return refuse("cell", { code: "form_mapping_full", maximum: MOST_MAPPED });
  const base = { sheet: sheet.name, cell };
  if (wish.spread === "villages") {
    return isIn(VILLAGE_METRICS, wish.metric)
      ? { ok: true, value: { ...base, spread: "villages", metric: wish.metric } }
      : refuse("metric", { code: "form_metric_of_commune" });
  }
  return isIn(COMMUNE_METRICS, wish.metric)
    ? { ok: true, value: { ...base, spread: "commune", metric: wish.metric } }
    : refuse("metric", { code: "form_metric_of_villages" });
}

function isIn<Key extends string>(list: readonly Key[], key: string): key is Key {
  return (list as readonly string[]).includes(key);
}

/** What of a mapping a new version of the form can still take. */
export function keepMapping(layout: FormLayout, mapping: readonly MappedCell[]): MappedCell[] {
  const kept: MappedCell[] = [];
  for (const each of mapping) {
    const judged = judgeMappedCell(layout, kept, each);
    if (judged.ok) kept.push(judged.value);
  }
  return kept;
}

/** One value on its way into a cell. */
export interface PlannedCell {
  readonly cell: string;
  readonly village: string | null;
  readonly value: FormValue;
  /** "no_data" stays empty (rule 9); "taken": a formula, a printed word or another figure stands there. */
  readonly note: "no_data" | "taken" | null;
}

export interface PlannedLine {
  readonly mapped: MappedCell;
  /** What the form prints beside it. */
  readonly label: string | null;
  readonly cells: readonly PlannedCell[];
}

/** The form of one period, cell by cell: the page shows it, and the file is filled from the same. */
export function planForm(
  layout: FormLayout,
  mapping: readonly MappedCell[],
  facts: FormFacts,
): PlannedLine[] {
  const taken = new Set(mapping.map(({ sheet, cell }) => `${sheet}!${cell}`));
  return mapping.flatMap((mapped): PlannedLine[] => {
    const sheet = layout.find(({ name }) => name === mapped.sheet);
    const start = parseCell(mapped.cell);
    if (!sheet || start === null) return [];
    if (mapped.spread === "commune") {
      const value = communeValue(mapped.metric, facts);
      const cell = {
        cell: mapped.cell,
        village: null,
        value,
        note: value === null ? "no_data" : null,
      } as const;
      return [{ mapped, label: labelOfCell(sheet, start), cells: [cell] }];
    }
    // The first cell that is not free ends the column: what follows would stand in the wrong row.
    let isEnded = false;
    const cells = facts.villages.map((village, index): PlannedCell => {
      const place = { column: start.column, row: start.row + index };
      const cell = cellName(place);
      isEnded ||=
        stateOfCell(sheet, place).is !== "free" || (index > 0 && taken.has(`${sheet.name}!${cell}`));
      const value = villageValue(mapped.metric, facts, index);
      return {
        cell,
        village: village.name,
        value,
        note: isEnded ? "taken" : value === null ? "no_data" : null,
      };
    });
    return [{ mapped, label: null, cells }];
  });
}
