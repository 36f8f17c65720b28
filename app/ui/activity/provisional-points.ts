import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ActivityKind, Scheme } from "#app/domain/activity/scheme.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import { dueLines } from "#app/domain/points/score.ts";
import { groupsOfHousehold } from "./find-households.ts";
import type { Beside, HouseholdChoice } from "./views.ts";

const ME = "me";

/**
 * What the record would bring the member, by the very function that books. Caps and repeats are laid over it and the
 * records known beside it; what only the server knows is left out, so it is said to be provisional.
 */
export function provisionalPoints(
  content: ClaimContent,
  kind: ActivityKind,
  limits: Scheme["limits"],
  households: readonly HouseholdChoice[],
  beside: Beside = { contents: [], kinds: [] },
): number {
  const kinds = [kind, ...beside.kinds.filter(({ key }) => key !== kind.key)];
  const before = beside.contents.map((each, index) => claimOf(each, `before-${index}`, households));
  const sum = (claims: readonly VerifiedClaim[]) =>
    dueLines(claims, { activities: kinds, limits }).reduce(
      (total, { memberId, points }) => (memberId === ME ? total + points : total),
      0,
    );
  return sum([...before, claimOf(content, "written", households)]) - (before.length > 0 ? sum(before) : 0);
}

function claimOf(content: ClaimContent, id: string, households: readonly HouseholdChoice[]): VerifiedClaim {
  const workMonth = Number(content.workDate.slice(0, 4)) * 100 + Number(content.workDate.slice(5, 7));
  const people = [
    { memberId: ME, part: "claimant" as const },
    ...content.helpers.filter(({ memberId }) => memberId !== ME),
  ];
  return {
    id,
    revision: 1,
    activityKey: content.activityKey,
    workDate: content.workDate,
    workMonth,
    monthFrom: content.workDate,
    bookedMonth: workMonth,
    minutes: content.minutes,
    visits: content.visits,
    movements: content.movements,
    participants: people.map((each) => ({ ...each, teamId: 0, villageId: null })),
    units: content.units.map((unit, index) => {
      const household = households.find(({ id: known }) => known === unit.householdId);
      const isPriority = unit.groups.length > 0 || groupsOfHousehold(household?.priorities ?? []).length > 0;
      const personKey = unit.slot === null ? null : `${unit.householdId}/${unit.slot}`;
      return { ...unit, ordinal: index + 1, isPriority, personKey };
    }),
  };
}
