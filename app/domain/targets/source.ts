import type { Population } from "../plan/population.ts";

/** B01: where the figures of a target come from. */
export type SourceKind = "ledger" | "survey" | "register" | "roster" | "training" | "manual";

/**
 * Every way the house counts a target by itself, with the lists it is counted in. A figure of the ledger is always
 * verified work of known households and people (rules 1 and 8); "manual" is a paper somebody else answers for.
 */
export const TARGET_SOURCES = {
  guided_households: { kind: "ledger", of: ["households"] },
  commerce_households: { kind: "ledger", of: ["households_and_businesses", "households"] },
  informed_households: { kind: "ledger", of: ["residents", "households"] },
  guided_askers: { kind: "ledger", of: ["smartphone_owners_who_asked"] },
  urged_sim_2g: { kind: "ledger", of: ["sim_2g_users"] },
  urged_without_smartphone: { kind: "ledger", of: ["people_without_smartphone"] },
  adults_smartphone: { kind: "survey", of: ["adults", "urban_adults"] },
  adults_e_payment: { kind: "survey", of: ["adults", "urban_adults"] },
  adults_phone_and_apps: { kind: "survey", of: ["adults", "urban_adults"] },
  adults_basic_skill: { kind: "survey", of: ["adults", "urban_adults"] },
  households_young_helper: { kind: "survey", of: ["households"] },
  members_trained: { kind: "training", of: ["members"] },
  members_courses: { kind: "training", of: ["members"] },
  villages_with_team: { kind: "roster", of: ["villages"] },
  ocop_listed: { kind: "register", of: ["ocop_products"] },
  manual: { kind: "manual", of: [] },
} as const satisfies Record<string, { readonly kind: SourceKind; readonly of: readonly Population[] }>;

export type TargetSource = keyof typeof TARGET_SOURCES;

export function isTargetSource(text: string): text is TargetSource {
  return Object.hasOwn(TARGET_SOURCES, text);
}

function sourceKind(source: TargetSource): SourceKind {
  return TARGET_SOURCES[source].kind;
}

/** Whether a source counts what the target is a share of; a paper may tell of anything. */
export function fitsPopulation(source: TargetSource, of: Population): boolean {
  const counted: readonly Population[] = TARGET_SOURCES[source].of;
  return source === "manual" || counted.includes(of);
}

export function sourcesFor(of: Population): TargetSource[] {
  return (Object.keys(TARGET_SOURCES) as TargetSource[]).filter((source) => fitsPopulation(source, of));
}

/** What grows day by day can be drawn on to the end; a state that was asked once cannot. */
export function isCumulative(source: TargetSource): boolean {
  return sourceKind(source) === "ledger" || sourceKind(source) === "training";
}
