import { foldVietnamese } from "../text/fold-vietnamese.ts";

/** H07: what a material is. */
export const MATERIAL_KINDS = ["infographic", "poster", "clip", "audio", "guide", "course"] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** L19: "theo từng lĩnh vực". */
export const MATERIAL_FIELDS = [
  "general",
  "government",
  "economy",
  "society",
  "health",
  "education",
  "agriculture",
  "commerce",
  "tourism",
  "safety",
] as const;
export type MaterialField = (typeof MATERIAL_FIELDS)[number];

/** Proposed by who made it; shown once another person decided so; returned with a reason; withdrawn from the library. */
export const MATERIAL_STATES = ["proposed", "shown", "returned", "withdrawn"] as const;
export type MaterialState = (typeof MATERIAL_STATES)[number];

export type MaterialRefusal =
  | { readonly code: "material_has_nothing" }
  | { readonly code: "material_decided_already" }
  | { readonly code: "material_changed_meanwhile" }
  | { readonly code: "material_is_yours" }
  | { readonly code: "materials_waiting_full"; readonly maximum: number };

/** Of one member: whoever sends more first waits for an answer. */
export const MOST_PROPOSED = 10;

/** What a search looks in: folded, so that "lua dao" finds "lừa đảo". */
export function searchTextOf(parts: readonly (string | null)[]): string {
  return foldVietnamese(parts.filter(Boolean).join(" ")).replace(/\s+/g, " ").trim();
}

/** Words that must each stand somewhere. */
export function searchWords(typed: string): string[] {
  return searchTextOf([typed])
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 8);
}
