import type { Scheme } from "../activity/scheme.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { PointScale, WorkUnit } from "../plan/activity-proposal.ts";
import type { BoardMeasures } from "./board.ts";

/** One honest way to close a gap: so many units of a kind of work. */
export interface Way {
  readonly activityKey: string;
  readonly name: string;
  readonly units: number;
  readonly pointsEach: number;
}

export interface WayFacts {
  /** Hundredths to the next place. */
  readonly gap: number;
  readonly scheme: Scheme;
  readonly today: LocalDate;
  /** Points of the running month already booked; the month's limit bounds every way. */
  readonly monthPoints: number;
  /** Kinds this member has done: what somebody knows how to do is the nearer way. */
  readonly known: ReadonlySet<string>;
}

/** What one person can set out to do this week; stories, classes and initiatives cannot be ordered by a gap. */
const UNITS_AT_HAND: ReadonlySet<WorkUnit> = new Set([
  "person_service",
  "person",
  "learner",
  "household",
  "document",
  "certificate",
  "stall",
  "step",
  "shift",
  "session",
]);
const MOST_WAYS = 3;

/**
 * Up to three ways, fewest units first, those the member has done before the others. Nothing is offered that a cap
 * would swallow: a way that earns nothing is no way. Empty when the month's limit stands before the gap.
 */
export function waysToClose({ gap, scheme, today, monthPoints, known }: WayFacts): Way[] {
  if (gap < 0 || monthPoints + gap > scheme.limits.perMonth) return [];
  const wanted = Math.max(gap, 1);
  const ways = scheme.activities.flatMap((kind): (Way & { isKnown: boolean })[] => {
    const { key, name, unit, cap, scale, retiredOn } = kind;
    const pointsEach = eachOf(scale);
    if (!UNITS_AT_HAND.has(unit) || pointsEach <= 0) return [];
    if (retiredOn !== null && retiredOn <= today) return [];
    const units = Math.ceil(wanted / pointsEach);
    const bound = cap && (cap.per === "day" || cap.per === "month") ? cap.units : Number.POSITIVE_INFINITY;
    if (units > bound || units * pointsEach > scheme.limits.perDay) return [];
    return [{ activityKey: key, name, units, pointsEach, isKnown: known.has(key) }];
  });
  return ways
    .sort(
      (left, right) =>
        Number(right.isKnown) - Number(left.isKnown) ||
        left.units - right.units ||
        left.pointsEach - right.pointsEach ||
        (left.activityKey < right.activityKey ? -1 : 1),
    )
    .slice(0, MOST_WAYS)
    .map(({ isKnown: _, ...way }) => way);
}

/** What one unit pays without any bonus, for somebody who ends up able to do it. */
function eachOf(scale: PointScale): number {
  switch (scale.by) {
    case "outcome":
      return scale.proficient;
    case "unit":
      return scale.each;
    case "part":
      return scale.helper;
    case "stage":
      return 0;
  }
}

/** What a place lacks to draw level: people who can do it alone, or households reached. */
export interface PlaceWay {
  readonly people: number | null;
  readonly households: number | null;
}

/**
 * The share that is missing, in what it is made of. A village's share is 30 parts people and 20 parts households; where
 * one of the two has no figures the other carries all (SCORING.md section 2).
 */
export function placeWays(
  { target, householdsOf, households, people }: BoardMeasures,
  missingShare: number,
  isVillage: boolean,
): PlaceWay {
  const hasList = isVillage && householdsOf !== null && householdsOf > 0;
  const hasTarget = target !== null && target > 0;
  const share = Math.max(missingShare, 1);
  const peopleLeft = hasTarget ? Math.max(0, target - (people ?? 0)) : 0;
  const householdsLeft = hasList ? Math.max(0, Math.ceil(householdsOf * 0.8) - (households ?? 0)) : 0;
  const ofPeople = hasTarget ? Math.ceil((share * target * (hasList ? 5 / 3 : 1)) / 10_000) : null;
  const ofHouseholds = hasList
    ? Math.ceil((share * householdsOf * 0.8 * (hasTarget ? 5 / 2 : 1)) / 10_000)
    : null;
  return {
    people: ofPeople !== null && ofPeople <= peopleLeft ? ofPeople : null,
    households: ofHouseholds !== null && ofHouseholds <= householdsLeft ? ofHouseholds : null,
  };
}
