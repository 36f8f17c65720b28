import { daysBetween } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { CLAIM_COUNTERS, type ClaimContent } from "./claim.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import type { ClaimField, ClaimProblem } from "./claim-refusals.ts";
import { judgeUnits } from "./judge-units.ts";
import type { ActivityKind } from "./scheme.ts";

export const CLAIM_MARKS = ["late", "phone_clock", "adjustment"] as const;
export type ClaimMark = (typeof CLAIM_MARKS)[number];

/** Older than this a record is marked for whoever verifies, never refused (SCORING.md section 5). */
export const LATE_AFTER_DAYS = 7;
export const MOST_HELPERS = 30;
export const MOST_PHOTOS = 8;
export const MOST_MOVEMENTS = 5;
export const MOST_VISITS = 2_000;
const MOST_MINUTES = 1_440;
const MOST_OF_A_COUNTER = 100_000;

/** Everything wrong with what was written, at once; or the marks it carries. Whoever calls has tidied the text. */
export function judgeClaim(
  content: ClaimContent,
  facts: ClaimFacts,
): Verdict<
  { readonly marks: readonly ClaimMark[] },
  { readonly code: "claim_has_problems"; readonly problems: readonly ClaimProblem[] }
> {
  const problems = [
    ...judgeKind(content, facts),
    ...judgeDay(content, facts),
    ...judgeFigures(content, facts.kind),
    ...(facts.kind ? judgeUnits(content, facts.kind, facts) : []),
    ...judgeNamed(content, facts),
  ];
  if (problems.length > 0) return refused({ code: "claim_has_problems", problems });
  const marks: ClaimMark[] = [];
  if (daysBetween(content.workDate, facts.today) > LATE_AFTER_DAYS) marks.push("late");
  if (content.workDate < facts.openFrom) marks.push("adjustment");
  return allowed({ marks });
}

function judgeKind(content: ClaimContent, { kind }: ClaimFacts): ClaimProblem[] {
  if (!kind) return [{ field: "activityKey", code: "kind_unknown" }];
  // C18: no new work of a retired kind from its last day on; what was done before may still be told.
  if (kind.retiredOn !== null && kind.retiredOn <= content.workDate)
    return [{ field: "activityKey", code: "kind_retired", since: kind.retiredOn }];
  if (!kind.modes.includes(content.mode))
    return [{ field: "mode", code: "mode_not_allowed", modes: kind.modes }];
  return [];
}

function judgeDay({ workDate }: ClaimContent, facts: ClaimFacts): ClaimProblem[] {
  const { today, openFrom, mayReachBack, isInTeam } = facts;
  if (workDate > today) return [{ field: "workDate", code: "work_in_future", today }];
  if (workDate < openFrom && !mayReachBack)
    return [{ field: "workDate", code: "work_month_closed", openFrom }];
  return isInTeam ? [] : [{ field: "workDate", code: "not_in_team_on_day", workDate }];
}

function judgeFigures(content: ClaimContent, kind: ActivityKind | null): ClaimProblem[] {
  const problems: ClaimProblem[] = [];
  const { visits, minutes, counters, units } = content;
  const hold = (field: ClaimField, value: number, minimum: number, maximum: number) => {
    if (!Number.isInteger(value) || value < minimum || value > maximum)
      problems.push({ field, code: "number_out_of_range", minimum, maximum });
  };
  hold("visits", visits, 0, MOST_VISITS);
  if (minutes !== null) hold("minutes", minutes, 1, MOST_MINUTES);
  for (const [name, count] of Object.entries(counters)) {
    const maximum = (CLAIM_COUNTERS as readonly string[]).includes(name) ? MOST_OF_A_COUNTER : 0;
    hold("counters", count, 0, maximum);
  }
  // Rule 8: whoever is known was there, so there were at least as many visits.
  const people = countKnownPeople(units);
  if (visits < people) problems.push({ field: "visits", code: "visits_below_people", people });
  const least = kind?.least;
  if (least?.people !== undefined && visits < least.people)
    problems.push({ field: "visits", code: "too_few_people", minimum: least.people });
  if (least?.minutes !== undefined && (minutes ?? 0) < least.minutes)
    problems.push({ field: "minutes", code: "too_short_a_time", minimum: least.minutes });
  return problems;
}

/** Distinct people of the record: a household and a person of it. Everybody else is a visit and nothing more. */
export function countKnownPeople(units: ClaimContent["units"]): number {
  return new Set(
    units.flatMap(({ householdId, slot }) =>
      householdId === null || slot === null ? [] : `${householdId}/${slot}`,
    ),
  ).size;
}

function judgeNamed(content: ClaimContent, facts: ClaimFacts): ClaimProblem[] {
  const { helpers, photos, movements, link } = content;
  const problems: ClaimProblem[] = [
    ...judgeList(
      "helpers",
      helpers.map(({ memberId }) => memberId),
      MOST_HELPERS,
    ),
    ...judgeList("photos", photos, MOST_PHOTOS),
    ...judgeList("movements", movements, MOST_MOVEMENTS),
  ];
  for (const [index, { memberId }] of helpers.entries()) {
    if (memberId === facts.memberId) problems.push({ field: "helpers", index, code: "helper_is_self" });
    else if (!facts.teamMates.has(memberId))
      problems.push({ field: "helpers", index, code: "helper_not_in_team" });
  }
  for (const [index, photo] of photos.entries()) {
    if (!facts.photos.has(photo)) problems.push({ field: "photos", index, code: "photo_unknown" });
  }
  if (link !== null && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(link))
    problems.push({ field: "link", code: "link_not_valid_address" });
  return problems;
}

function judgeList(field: ClaimField, named: readonly string[], maximum: number): ClaimProblem[] {
  if (named.length > maximum) return [{ field, code: "too_many_named", maximum }];
  return new Set(named).size < named.length ? [{ field, code: "named_twice" }] : [];
}
