import type { CompositionRules } from "#app/domain/people/composition.ts";
import type { TeamSize } from "#app/domain/plan/plan-preset.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";

/** Plans that prefer the young mean that they should be the most of a team; none gives a share of its own. */
const HALF_BASIS_POINTS = 5000;
const YOUNG_UNDER_AGE = 40;

/** What the plan asks of a team: sizes from the version in force, preferences from the paper (A09, A10, A12). */
export function compositionRulesOf(
  { minimum, maximum }: PlanSettings["team"],
  { preferredAgeBelow, minimumCountsActive }: TeamSize,
): CompositionRules {
  return {
    minMembers: minimum,
    maxMembers: maximum,
    minimumCountsActive,
    youngUnderAge: preferredAgeBelow ?? YOUNG_UNDER_AGE,
    youngShareBasisPoints: preferredAgeBelow === null ? null : HALF_BASIS_POINTS,
  };
}
