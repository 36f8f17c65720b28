import type { CompositionRules } from "#app/domain/people/composition.ts";
import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";

/** Plans that prefer the young mean that they should be the most of a team; none gives a share of its own. */
const HALF_BASIS_POINTS = 5000;
const YOUNG_UNDER_AGE = 40;

/** What the commune's plan asks of a team (A09, A10, A12). */
export function compositionRulesOf({ team }: Pick<PlanPreset, "team">): CompositionRules {
  return {
    minMembers: team.minimum,
    maxMembers: team.maximum,
    youngUnderAge: team.preferredAgeBelow ?? YOUNG_UNDER_AGE,
    youngShareBasisPoints: team.preferredAgeBelow === null ? null : HALF_BASIS_POINTS,
  };
}
