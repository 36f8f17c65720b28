import type { ActivityKind } from "../activity/scheme.ts";
import { daysBetween } from "../calendar/local-date.ts";
import type { VerifiedClaim } from "./line.ts";
import { compare, type PaidClaim, type PaidUnit } from "./unit-pay.ts";

const RETURN_DAYS = 30;

/** How much of a unit does not earn again, and by which rule. */
export interface Repeated {
  readonly pieces: number;
  readonly rule: string;
}

interface Candidate {
  readonly paid: PaidClaim;
  readonly unit: PaidUnit;
}

/** Names a unit in the answer of `findRepeats`. */
export function unitName(claimId: string, ordinal: number): string {
  return `${claimId}/${ordinal}`;
}

/**
 * What a claim competes for and what it decides for others, as names. A claim's units may stop or begin to earn when
 * one comes or goes that decides over a name it competes for.
 */
export interface Rivalries {
  readonly competes: readonly string[];
  readonly decides: readonly string[];
}

export function rivalriesOf(paid: PaidClaim): Rivalries {
  const { claim, kind } = paid;
  const returns = claim.units.flatMap(({ personKey }) => (personKey === null ? [] : `return/${personKey}`));
  if (kind?.repeat === "after_30_days") return { competes: returns, decides: returns };
  const competes = paid.units.flatMap((unit) => groupOf(paid, unit) ?? []);
  return { competes, decides: [...competes, ...returns] };
}

/**
 * The same person, household or service does not earn sooner again. Of two units the one booked in the earlier
 * month earns, then the earlier day, then the smaller id: a closed month is never reopened by a late claim.
 */
export function findRepeats(claims: readonly PaidClaim[]): Map<string, Repeated> {
  const repeats = new Map<string, Repeated>();
  const groups = new Map<string, Candidate[]>();
  const visits = new Map<string, Candidate[]>();
  for (const paid of claims) {
    const { kind } = paid;
    if (kind === null) continue;
    for (const unit of paid.units) {
      if (kind.repeat === "after_30_days") {
        collect(visits, unit.unit.personKey ?? unitName(paid.claim.id, unit.unit.ordinal), { paid, unit });
        continue;
      }
      const group = groupOf(paid, unit);
      if (group !== null) collect(groups, group, { paid, unit });
    }
  }
  for (const group of groups.values()) findInGroup(group, repeats);
  if (visits.size > 0) findEarlyReturns(visits, claims, repeats);
  return repeats;
}

function collect(groups: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const group = groups.get(key);
  if (group) group.push(candidate);
  else groups.set(key, [candidate]);
}

/** The units among which only the first earns; null where nobody can say whether it is the same again. */
function groupOf(paid: PaidClaim, unit: PaidUnit): string | null {
  const subject = subjectOf(paid, unit);
  const isFree = paid.kind?.repeat === "every_time" && !holdsPerSubject(paid.kind);
  return subject === null || isFree ? null : `${paid.claim.activityKey}/${subject}`;
}

function holdsPerSubject({ cap }: ActivityKind): boolean {
  return cap?.per === "person" || cap?.per === "household";
}

function subjectOf({ claim, kind }: PaidClaim, { unit }: PaidUnit): string | null {
  if (kind === null) return null;
  switch (kind.unit) {
    case "person_service":
    case "person":
    case "learner":
    case "document":
      return unit.personKey;
    case "certificate":
      if (isOfMember(kind))
        return claim.participants
          .map(({ memberId }) => memberId)
          .sort(compare)
          .join();
      return unit.personKey;
    case "household":
    case "stall":
    case "step":
    case "product":
      return unit.householdId;
    default:
      return null;
  }
}

/** A certificate that no household is asked for is the member's own. */
export function isOfMember(kind: ActivityKind): boolean {
  return kind.unit === "certificate" && !kind.evidence.includes("household");
}

function inOrder(left: Candidate, right: Candidate): number {
  return (
    left.paid.claim.bookedMonth - right.paid.claim.bookedMonth ||
    compare(left.paid.claim.workDate, right.paid.claim.workDate) ||
    compare(left.paid.claim.id, right.paid.claim.id) ||
    left.unit.unit.ordinal - right.unit.unit.ordinal
  );
}

/** Each unit is judged by the rule of its own month against what earned before it. */
function findInGroup(group: Candidate[], repeats: Map<string, Repeated>): void {
  const first = group[0]?.paid.kind;
  if (group.length === 1 && !(first && holdsPerSubject(first))) return;
  const earned: { service: string | null; year: number; round: string | null; pieces: number }[] = [];
  for (const { paid, unit } of group.sort(inOrder)) {
    const { claim, kind } = paid;
    if (kind === null) continue;
    const service = unit.unit.serviceKey;
    const year = yearOf(claim);
    const round = claim.roundId ?? null;
    const isEver = kind.repeat === "once" || kind.repeat === "every_time";
    const isByRound = kind.repeat === "once_a_survey_round";
    // Work that names no round may be the same form on paper: it stands beside every round of its year.
    const isApart = (each: { round: string | null }) =>
      isByRound && round !== null && each.round !== null && each.round !== round;
    const isOfRound = (each: { round: string | null }) => isByRound && round !== null && each.round === round;
    const before = earned.filter(
      (each) => isEver || isOfRound(each) || (each.year === year && !isApart(each)),
    );
    const cap = holdsPerSubject(kind) ? kind.cap : null;
    // Where several are allowed and none is named, only their number can be held.
    const isNamed = cap === null || service !== null;
    const isAgain =
      kind.repeat !== "every_time" && isNamed && before.some((each) => each.service === service);
    const room = cap === null ? unit.pieces : cap.units - before.reduce((sum, each) => sum + each.pieces, 0);
    const pieces = isAgain ? 0 : Math.max(0, Math.min(unit.pieces, room));
    if (pieces > 0) earned.push({ service, year, round, pieces });
    if (pieces === unit.pieces) continue;
    const rule = isAgain || cap === null ? kind.repeat : `per_${cap.per}`;
    repeats.set(unitName(claim.id, unit.unit.ordinal), { pieces: unit.pieces - pieces, rule });
  }
}

/** The plan's year; "once_a_round" of rules that were published before rounds had names counts by it too. */
function yearOf(claim: VerifiedClaim): number {
  return Math.floor(claim.workMonth / 100);
}

/** C31: a return counts where somebody was helped 30 days before, and not sooner than 30 days from another return. */
function findEarlyReturns(
  visits: ReadonlyMap<string, Candidate[]>,
  claims: readonly PaidClaim[],
  repeats: Map<string, Repeated>,
): void {
  const firstHelp = new Map<string, VerifiedClaim["workDate"]>();
  for (const { claim, kind } of claims) {
    if (kind?.repeat === "after_30_days") continue;
    for (const { personKey } of claim.units) {
      if (personKey === null || !visits.has(personKey)) continue;
      const known = firstHelp.get(personKey);
      if (known === undefined || claim.workDate < known) firstHelp.set(personKey, claim.workDate);
    }
  }
  for (const [person, group] of visits) {
    const helped = firstHelp.get(person);
    const returns: VerifiedClaim["workDate"][] = [];
    for (const { paid, unit } of group.sort(inOrder)) {
      const { workDate, id } = paid.claim;
      const isDue = helped !== undefined && daysBetween(helped, workDate) >= RETURN_DAYS;
      const isSoon = returns.some((day) => Math.abs(daysBetween(day, workDate)) < RETURN_DAYS);
      if (isDue && !isSoon) returns.push(workDate);
      else repeats.set(unitName(id, unit.unit.ordinal), { pieces: unit.pieces, rule: "after_30_days" });
    }
  }
}
