import type { Grant } from "#app/domain/access/actor.ts";
import type { AffiliationKind } from "#app/domain/people/team.ts";

/** A place in the commune: a membership's, a team's, or a village's own. */
export interface Place {
  readonly villageId: number | null;
  readonly teamId: number | null;
}

interface Window {
  readonly villageId: number | null;
  readonly teamId: number | null;
  /** A union sees its own people and nobody else's (A36). */
  readonly affiliation: AffiliationKind | null;
}

/** How much of one commune's roster somebody may see, as written in the grants that let them in. */
export interface RosterReach {
  canSeePlace(place: Place): boolean;
  canSeePerson(places: readonly Place[], affiliations: readonly AffiliationKind[]): boolean;
  /** The whole commune and everybody in it. */
  readonly isWhole: boolean;
}

export function reachOf(grants: readonly Grant[], communeId: number): RosterReach {
  const windows: Window[] = grants
    .filter((grant) => grant.communeId === communeId)
    .map(({ role, villageId, teamId }) => ({
      villageId,
      teamId,
      affiliation: role === "youth_union" ? "youth_union" : null,
    }));
  const fits = (window: Window, place: Place) =>
    (window.villageId === null || window.villageId === place.villageId) &&
    (window.teamId === null || window.teamId === place.teamId);
  return {
    isWhole: windows.some(
      ({ villageId, teamId, affiliation }) => villageId === null && teamId === null && affiliation === null,
    ),
    canSeePlace: (place) => windows.some((window) => fits(window, place)),
    canSeePerson: (places, affiliations) =>
      windows.some(
        (window) =>
          (window.affiliation === null || affiliations.includes(window.affiliation)) &&
          // Somebody in no team at all belongs to whoever sees the whole commune.
          ((window.villageId === null && window.teamId === null) ||
            places.some((place) => fits(window, place))),
      ),
  };
}
