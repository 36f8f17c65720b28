import type { SheetFault } from "./check-criteria-sheet.ts";

export type CriteriaRefusal =
  | SheetFault
  | { readonly code: "cluster_without_name"; readonly slot: number }
  | { readonly code: "criteria_nothing_drafted" }
  | { readonly code: "criteria_already_drafted" }
  | { readonly code: "criteria_waits_for_second" }
  | { readonly code: "criteria_not_asked" }
  | { readonly code: "criteria_second_person" }
  | { readonly code: "criteria_version_unknown" }
  | { readonly code: "criteria_figure_unread" }
  /** No row with a heading of criteria and points was found. */
  | { readonly code: "criteria_table_unknown" }
  | { readonly code: "criteria_table_too_long"; readonly most: number };

/** Whoever asked for a sheet is never the one who adopts it (T6). */
export function judgeAdopter(
  askedBy: string | null,
  adopter: string,
): { readonly ok: true } | ({ readonly ok: false } & CriteriaRefusal) {
  if (askedBy === null) return { ok: false, code: "criteria_not_asked" };
  return askedBy === adopter ? { ok: false, code: "criteria_second_person" } : { ok: true };
}
