import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { isParty, mayVerify, type VerifyRole } from "#app/domain/verification/may-verify.ts";
import type { Queue, QueueGroup } from "#app/domain/verification/queue.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findCheckers } from "#app/features/checkers/find-checkers.server.ts";
import { type ClaimFacts, findWaiting } from "#app/features/checkers/find-claim-facts.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findQueueCards } from "./find-queue-cards.server.ts";
import { type CheckerAtWork, checkerAtWork } from "./queue-reach.ts";

export interface QueueFilter {
  /** Only what must be decided before its month stops taking points. */
  readonly onlyDueSoon?: boolean;
  readonly teamId?: number;
}

/** A day's queue of the busiest office; older claims come first, so nothing is passed over. */
const SCAN_AT_MOST = 3_000;
/** Cards of one screen. A member's day is never cut in two. */
export const CARDS_AT_MOST = 100;
const DUE_SOON_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * What waits for this person: oldest first, grouped by member and day. Claims they have a part in are not in it,
 * nor counted; nor is what is somebody else's turn.
 */
export async function readQueue(caller: Caller, filter: QueueFilter = {}): Promise<Queue> {
  const scope = caller.scope("verification.read-queue");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const checker = await findCheckerAtWork(tx, caller, communeId);
    const waiting = await findWaiting(tx, communeId, checker.reach, SCAN_AT_MOST);
    const { mine, later } = sift(waiting, checker);
    const due = await findDue(tx, communeId, mine, caller.now.getTime() + DUE_SOON_MS);
    const wanted = mine.filter(
      ({ claim }) =>
        (!filter.onlyDueSoon || due.has(claim.id)) &&
        (filter.teamId === undefined || claim.teamId === filter.teamId),
    );
    const picked = pickDays(wanted);
    const groups = await loadGroups(tx, caller, communeId, picked);
    return { groups, total: wanted.length, dueSoon: due.size, later };
  });
}

export async function findCheckerAtWork(tx: Tx, caller: Caller, communeId: number): Promise<CheckerAtWork> {
  const checkers = await findCheckers(tx, communeId, caller.today);
  const me = await tx.member.findFirst({
    where: { communeId, accountId: caller.person.accountId },
    select: { householdId: true },
  });
  return checkerAtWork(caller, checkers, me?.householdId ?? null);
}

interface Sifted {
  readonly claim: ClaimFacts;
  readonly as: VerifyRole;
}

function sift(waiting: readonly ClaimFacts[], checker: CheckerAtWork) {
  const mine: Sifted[] = [];
  const laterAt: Instant[] = [];
  for (const claim of waiting) {
    const facts = checker.factsOf(claim);
    const verdict = mayVerify(facts);
    if (verdict.ok) mine.push({ claim, as: verdict.value.as });
    else if (verdict.code === "verify_not_yet" && !isParty(claim, facts.caller)) laterAt.push(verdict.from);
  }
  const nextAt = laterAt.length === 0 ? null : Math.min(...laterAt);
  return { mine, later: { count: laterAt.length, nextAt } };
}

/** Which of these lose their own month if nobody decides them soon. */
async function findDue(
  tx: Tx,
  communeId: number,
  mine: readonly Sifted[],
  before: Instant,
): Promise<Set<string>> {
  const months = await tx.month.findMany({
    where: { communeId, state: { in: ["open", "grace"] }, graceEndsAt: { lte: new Date(before) } },
    select: { firstDay: true, lastDay: true },
  });
  const spans = months.map(({ firstDay, lastDay }) => [isoDay(firstDay), isoDay(lastDay)] as const);
  const isDue = ({ claim }: Sifted) =>
    spans.some(([first, last]) => first <= claim.workDate && claim.workDate <= last);
  return new Set(mine.filter(isDue).map(({ claim }) => claim.id));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function dayKey({ memberId, workDate }: { memberId: string; workDate: LocalDate }): string {
  return `${memberId}/${workDate}`;
}

/** Whole days of members, in the order of their oldest claim, until the screen is full. */
function pickDays(wanted: readonly Sifted[]): ReadonlyMap<string, readonly Sifted[]> {
  const days = new Map<string, Sifted[]>();
  for (const each of wanted) {
    const key = dayKey(each.claim);
    const day = days.get(key);
    if (day) day.push(each);
    else days.set(key, [each]);
  }
  const picked = new Map<string, readonly Sifted[]>();
  let count = 0;
  for (const [key, day] of days) {
    if (count > 0 && count + day.length > CARDS_AT_MOST) break;
    picked.set(key, day);
    count += day.length;
  }
  return picked;
}

async function loadGroups(
  tx: Tx,
  caller: Caller,
  communeId: number,
  days: ReadonlyMap<string, readonly Sifted[]>,
): Promise<QueueGroup[]> {
  const ids = [...days.values()].flatMap((day) => day.map(({ claim }) => claim.id));
  if (ids.length === 0) return [];
  const rows = await findQueueCards(tx, caller.platform.keys, communeId, ids);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const { scheme } = await findSchemeOn(tx, communeId, caller.today);
  const nameOf = new Map(scheme.activities.map(({ key, name }) => [key, name]));
  return [...days].flatMap(([key, day]) => {
    const cards = day.flatMap(({ claim, as }) => {
      const row = rowOf.get(claim.id);
      return row ? [{ ...row, as, activityName: nameOf.get(row.activityKey) ?? row.activityKey }] : [];
    });
    const [first] = cards;
    if (!first) return [];
    const { memberId, memberName, teamName, workDate } = first;
    return [{ key, memberId, memberName, teamName, workDate, cards }];
  });
}
