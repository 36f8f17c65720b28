import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ActivityKind, Scheme } from "#app/domain/activity/scheme.ts";
import { dueLines } from "#app/domain/points/score.ts";
import { groupsOfHousehold } from "./find-households.ts";
import type { HouseholdChoice } from "./views.ts";

const ME = "me";

/**
 * What the record would bring the member by itself, by the very function that books: other records' caps and
 * repeats are left out, so it is said to be provisional.
 */
export function provisionalPoints(
  content: ClaimContent,
  kind: ActivityKind,
  limits: Scheme["limits"],
  households: readonly HouseholdChoice[],
): number {
  const workMonth = Number(content.workDate.slice(0, 4)) * 100 + Number(content.workDate.slice(5, 7));
  const people = [
    { memberId: ME, part: "claimant" as const },
    ...content.helpers.filter(({ memberId }) => memberId !== ME),
  ];
  const lines = dueLines(
    [
      {
        id: "draft",
        revision: 1,
        activityKey: kind.key,
        workDate: content.workDate,
        workMonth,
        monthFrom: content.workDate,
        bookedMonth: workMonth,
        minutes: content.minutes,
        visits: content.visits,
        movements: content.movements,
        participants: people.map((each) => ({ ...each, teamId: 0, villageId: null })),
        units: content.units.map((unit, index) => {
          const household = households.find(({ id }) => id === unit.householdId);
          const isPriority =
            unit.groups.length > 0 || groupsOfHousehold(household?.priorities ?? []).length > 0;
          const personKey = unit.slot === null ? null : `${unit.householdId}/${unit.slot}`;
          return { ...unit, ordinal: index + 1, isPriority, personKey };
        }),
      },
    ],
    { activities: [kind], limits },
  );
  return lines.reduce((sum, { memberId, points }) => (memberId === ME ? sum + points : sum), 0);
}
