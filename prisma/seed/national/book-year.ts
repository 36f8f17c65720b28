import type { Scheme } from "#app/domain/activity/scheme.ts";
import type { MonthFrame } from "#app/domain/months/month.ts";
import type { DueLine, VerifiedClaim, VerifiedUnit } from "#app/domain/points/line.ts";
import { type BookedKey, type LedgerStep, reconcile } from "#app/domain/points/reconcile.ts";
import { dueLines } from "#app/domain/points/score.ts";
import type { NationWork } from "./invent-year.ts";

/** Units as the database keeps them: with the key that names a resident without saying who. */
type UnitsOf = (work: NationWork) => readonly VerifiedUnit[];

interface BookedLine extends LedgerStep {
  readonly monthId: number;
  readonly decisionId: string;
  readonly verifierId: string;
  readonly madeAt: number;
}

export interface BookedYear {
  /** In the order in which they were booked. */
  readonly lines: readonly BookedLine[];
  /** The month each counted record is booked in. */
  readonly monthOf: ReadonlyMap<string, number>;
}

type Decided = NationWork & { readonly decidedAt: number };

/**
 * The ledger of a year, by the pure function that books every approval (V5 asks it again). What came in time is booked
 * first; what came after a month had closed moves caps in the month that is open then.
 */
export function bookYear(
  works: readonly NationWork[],
  months: readonly MonthFrame[],
  unitsOf: UnitsOf,
  scheme: Scheme,
  villageIds: readonly number[],
  teamIds: readonly number[],
): BookedYear {
  const counted = works.filter(
    (work): work is Decided => work.decidedAt !== null && work.verdict === "approve",
  );
  const monthOf = new Map(counted.map((work) => [work.id as string, bookingMonth(work, months)]));
  const claimOf = (work: Decided): VerifiedClaim =>
    toClaim(work, monthOf.get(work.id) ?? 0, unitsOf(work), villageIds, teamIds);
  const isInTime = (work: Decided) => monthOf.get(work.id) === work.month.id;
  const inTime = counted.filter(isInTime);
  const first = reconcile(dueLines(inTime.map(claimOf), scheme), new Map());
  const lines = placeLines(first, inTime, monthOf);
  if (inTime.length === counted.length) return { lines, monthOf };
  const steps = reconcile(
    dueLines(counted.map(claimOf), scheme),
    new Map(first.map((step) => [step.key, booked(step)])),
  );
  const late = counted.filter((work) => !isInTime(work));
  return { lines: [...lines, ...placeLines(steps, late, monthOf)], monthOf };
}

function booked(step: LedgerStep): BookedKey {
  return { ...step, steps: step.step + 1, openSeq: null };
}

/** Its own month while that takes lines, else the earliest that does (rule 6). */
function bookingMonth({ decidedAt, month }: Decided, months: readonly MonthFrame[]): number {
  const open = months.find(({ id, graceEndsAt }) => id >= month.id && decidedAt < graceEndsAt);
  if (!open) throw new Error(`nothing takes what was decided of month ${month.id} so late`);
  return open.id;
}

function toClaim(
  { id, content, month, member }: Decided,
  bookedMonth: number,
  units: readonly VerifiedUnit[],
  villageIds: readonly number[],
  teamIds: readonly number[],
): VerifiedClaim {
  const place = { teamId: teamIds[member.village] ?? 0, villageId: villageIds[member.village] ?? null };
  const helpers = content.helpers.map(({ memberId, part }) => ({ memberId, part, ...place }));
  return {
    id,
    revision: 1,
    activityKey: content.activityKey,
    workDate: content.workDate,
    workMonth: month.id,
    monthFrom: month.firstDay,
    bookedMonth,
    minutes: content.minutes,
    visits: content.visits,
    movements: content.movements,
    units,
    participants: [{ memberId: member.id, part: "claimant", ...place }, ...helpers],
  };
}

/** Lines of a record stand on its decision; those of a cap on the last decision about the member's month. */
function placeLines(
  steps: readonly LedgerStep[],
  works: readonly Decided[],
  monthOf: ReadonlyMap<string, number>,
): BookedLine[] {
  const byId = new Map(works.map((work) => [work.id as string, work]));
  const lastOf = new Map<string, Decided>();
  for (const work of works) {
    for (const memberId of [work.member.id, ...work.content.helpers.map((helper) => helper.memberId)]) {
      const name = `${memberId}/${work.month.id}`;
      const last = lastOf.get(name);
      if (!last || last.decidedAt < work.decidedAt) lastOf.set(name, work);
    }
  }
  const lines = steps.map((step): BookedLine => {
    if (step.correctsSeq !== null || (step.claimId !== null && step.step > 0))
      throw new Error(`${step.key} would have to be undone`);
    const decided = byId.get(step.claimId ?? "") ?? lastOf.get(`${step.memberId}/${step.workMonth}`);
    if (!decided) throw new Error(`${step.key} stands on no decision`);
    return {
      ...step,
      monthId: monthOf.get(decided.id) ?? 0,
      decisionId: decided.decisionId,
      verifierId: decided.verifier.accountId,
      madeAt: decided.decidedAt,
    };
  });
  return lines.sort((left, right) => left.madeAt - right.madeAt || compareKeys(left, right));
}

function compareKeys(left: DueLine, right: DueLine): number {
  return left.key < right.key ? -1 : 1;
}
