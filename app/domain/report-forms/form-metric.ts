import { CLAIM_COUNTERS } from "../activity/claim.ts";
import type { WorkFigures } from "../figures/figures.ts";
import { campaignCountersOf, type ReportLine } from "../reports/report.ts";

/** What the whole commune and each of its villages can say. */
const SHARED_METRICS = [
  "members",
  "women",
  "active",
  "claims",
  "visits",
  "units",
  "people",
  "households",
  "proficient",
  "points",
  "government_visits",
  "government_people",
  "economy_visits",
  "economy_people",
  "society_visits",
  "society_people",
  "project06_visits",
  "turns",
  ...CLAIM_COUNTERS,
] as const;
/** B13, B14: the quota and the coverage are asked of villages. */
const VILLAGE_ONLY = [
  "order",
  "name",
  "quota_people",
  "quota_asked",
  "coverage_households",
  "coverage_of",
] as const;
const COMMUNE_ONLY = ["villages", "teams"] as const;

export const COMMUNE_METRICS = [...COMMUNE_ONLY, ...SHARED_METRICS] as const;
export const VILLAGE_METRICS = [...VILLAGE_ONLY, ...SHARED_METRICS] as const;
export type CommuneMetric = (typeof COMMUNE_METRICS)[number];
export type VillageMetric = (typeof VILLAGE_METRICS)[number];
export type FormMetric = CommuneMetric | VillageMetric;

/** The figures of one period as reports have them; `commune` is null where no month of it has begun. */
export interface FormFacts {
  readonly commune: (Pick<ReportLine, "roster" | "work"> & { readonly teams: number }) | null;
  readonly villages: readonly Pick<ReportLine, "name" | "roster" | "work" | "measures">[];
}

export type FormValue = number | string | null;

export function communeValue(metric: CommuneMetric, { commune, villages }: FormFacts): FormValue {
  if (commune === null) return null;
  if (metric === "villages") return villages.length;
  return metric === "teams" ? commune.teams : sharedValue(metric, commune);
}

export function villageValue(
  metric: VillageMetric,
  { commune, villages }: FormFacts,
  index: number,
): FormValue {
  const line = villages[index];
  if (!line) return null;
  switch (metric) {
    case "order":
      return index + 1;
    case "name":
      return line.name;
  }
  if (commune === null) return null;
  const { people, peopleAsked, households, householdsOf } = line.measures;
  switch (metric) {
    case "quota_people":
      return people;
    case "quota_asked":
      return peopleAsked;
    case "coverage_households":
      return households;
    case "coverage_of":
      return householdsOf;
    default:
      return sharedValue(metric, line);
  }
}

const HUNDREDTHS = 100;

function sharedValue(
  metric: (typeof SHARED_METRICS)[number],
  { roster, work }: Pick<ReportLine, "roster" | "work">,
): number | null {
  switch (metric) {
    case "members":
    case "women":
    case "active":
      return roster[metric];
    case "claims":
    case "visits":
    case "units":
    case "people":
    case "households":
    case "proficient":
      return work[metric];
    case "points":
      return work.points / HUNDREDTHS;
    case "government_visits":
      return pillarOf(work, "government", "visits");
    case "government_people":
      return pillarOf(work, "government", "people");
    case "economy_visits":
      return pillarOf(work, "economy", "visits");
    case "economy_people":
      return pillarOf(work, "economy", "people");
    case "society_visits":
      return pillarOf(work, "society", "visits");
    case "society_people":
      return pillarOf(work, "society", "people");
    case "project06_visits":
      return work.project06.visits;
    case "turns":
      return campaignCountersOf(work).turns;
    default:
      return work.counters[metric];
  }
}

function pillarOf(work: WorkFigures, pillar: string, what: "visits" | "people"): number {
  return work.by.pillar[pillar]?.[what] ?? 0;
}
