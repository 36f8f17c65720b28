import { z } from "zod";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type Ancestor, type OwnTarget, TIERS } from "#app/domain/targets/detail.ts";
import type { Step } from "#app/domain/targets/progress.ts";
import type { TeamPlanContent } from "#app/domain/targets/team-plan.ts";

const day = z.string().transform((text) => text as LocalDate);

const STEPS = z.array(z.object({ lastDay: day, basisPoints: z.number().int() }));
const LINEAGE = z.array(z.object({ tier: z.enum(TIERS), document: z.string(), text: z.string() }));
const OWN = z.object({
  text: z.string(),
  fact: z.enum(["informed", "urged", "guided", "trained", "achieved"]),
  comparator: z.enum(["at_least", "more_than"]),
  basisPoints: z.number().int(),
  of: z.enum([
    "residents",
    "adults",
    "urban_adults",
    "smartphone_owners_who_asked",
    "people_without_smartphone",
    "sim_2g_users",
    "households",
    "households_and_businesses",
    "members",
    "villages",
    "ocop_products",
  ]),
  aspirational: z.boolean(),
});
const TEAM_PLAN = z.object({
  targets: z.array(z.object({ key: z.string(), count: z.number().int() })),
  tasks: z.array(z.object({ text: z.string(), dueOn: day.nullable() })),
});

export function parseSteps(value: unknown): Step[] {
  return STEPS.parse(value);
}

export function parseLineage(value: unknown): Ancestor[] {
  return LINEAGE.parse(value);
}

export function parseOwn(value: unknown): OwnTarget | null {
  return value === null ? null : OWN.parse(value);
}

export function parseTeamPlan(value: unknown): TeamPlanContent {
  return TEAM_PLAN.parse(value);
}
