import type { PoolClient } from "pg";
import { type Instant, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { DecideOutcome } from "#app/domain/points/decision.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import { refused } from "#app/domain/verdict.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { Keep, Lane } from "#app/platform/coalesce/batches.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import { retryConflicts } from "#app/platform/db/retry-conflicts.server.ts";
import { failpoint } from "#app/platform/failpoint/failpoint.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { AMEND, READ_DECISION_LINES, TOUCH, WRITE } from "./booking.sql.ts";
import type { Booking } from "./booking.ts";
import { WRITE_FIRST } from "./booking.ts";
import { effectOf } from "./effect-of.ts";
import { keepBooks } from "./kept-books.ts";
import { holdClaims, type KnownDecision, loadFacts } from "./load-facts.server.ts";
import { MonthMissing } from "./months-of-work.ts";
import type { Decider, Request, Wish } from "./wish.ts";

type BookingPlatform = Pick<Platform, "db" | "live" | "clock" | "config" | "batches">;

/** Callers that share one commit. Each may bring a whole evening's queue. */
const REQUESTS_AT_MOST = 200;

/** Books decisions for one commune: whoever comes while a booking runs shares the next one's commit. */
export function book(
  platform: BookingPlatform,
  communeId: number,
  request: Request,
): Promise<readonly DecideOutcome[]> {
  const lane: Lane<Request, readonly DecideOutcome[]> = {
    name: `ledger:${communeId}`,
    most: REQUESTS_AT_MOST,
    run: (requests, keep) => runBatch(platform, communeId, requests, keep),
  };
  return platform.batches.join(lane, request);
}

async function runBatch(
  platform: BookingPlatform,
  communeId: number,
  requests: readonly Request[],
  keep: Keep,
): Promise<readonly (readonly DecideOutcome[])[]> {
  const scope = scopeOf(communeId, requests);
  const attempt = (isTold: boolean) =>
    retryConflicts(() => inTransaction(platform, scope, requests, keep, isTold));
  try {
    return await attempt(false);
  } catch (error) {
    if (!(error instanceof MonthMissing)) throw error;
  }
  await openMonths(platform, scope, requests);
  return attempt(true);
}

/** One decider is named in the audit log by the stamp; of several each is named in the record of the decision itself. */
function scopeOf(communeId: number, requests: readonly Request[]): CommuneScope {
  const [first] = requests;
  if (first && requests.every(({ by }) => by.accountId === first.by.accountId)) {
    return { ...first.by.stamp, communes: [communeId] };
  }
  return {
    actorId: null,
    verb: first?.by.stamp.verb ?? "ledger.book",
    requestId: `together-${requests.length}`,
    communes: [communeId],
  };
}

async function inTransaction(
  platform: BookingPlatform,
  scope: CommuneScope,
  requests: readonly Request[],
  keep: Keep,
  isTold: boolean,
): Promise<readonly (readonly DecideOutcome[])[]> {
  const [communeId = 0] = scope.communes;
  const wishes = requests.flatMap((request) => request.wishes);
  const client = await platform.db.pool.connect();
  let lost: Error | undefined;
  try {
    const held = await holdClaims(client, scope, wishes, localDateAt(platform.clock.now().getTime()));
    // After the lock: what closed while we waited has closed.
    const now = platform.clock.now().getTime();
    const { booking, books, decisions } = await loadFacts(client, communeId, wishes, {
      held,
      now,
      keep,
      isTold,
    });
    const { answers, auditSeq } = await decideAll(platform, client, booking, decisions, requests);
    await client.query("commit");
    keepBooks(keep, books, auditSeq ?? books.auditSeq);
    failpoint(platform.config, "ledger.after-commit");
    return answers;
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      lost = reason;
    });
    throw error;
  } finally {
    client.release(lost);
  }
}

async function decideAll(
  platform: BookingPlatform,
  client: PoolClient,
  booking: Booking,
  known: ReadonlyMap<string, KnownDecision>,
  requests: readonly Request[],
): Promise<{ answers: readonly (readonly DecideOutcome[])[]; auditSeq: string | null }> {
  const made = new Map<
    string,
    { readonly wish: Wish; readonly by: Decider; readonly outcome: DecideOutcome }
  >();
  let auditSeq: string | null = null;
  const decide = async (wish: Wish, by: Decider): Promise<DecideOutcome> => {
    const earlier = made.get(wish.decisionId);
    if (earlier) return isSame(earlier.wish, earlier.by, wish, by) ? earlier.outcome : reused();
    const decision = known.get(wish.decisionId);
    if (decision) return replay(client, booking, decision, wish, by);
    let outcome = booking.decide(wish, by);
    if (outcome === WRITE_FIRST) {
      auditSeq = (await write(platform, client, booking)) ?? auditSeq;
      outcome = booking.decide(wish, by);
      if (outcome === WRITE_FIRST) throw new Error(`claim ${wish.claimId} waits for itself`);
    }
    // A refusal leaves the name free: the same sender may try again when it is their turn.
    if (outcome.ok) made.set(wish.decisionId, { wish, by, outcome });
    return outcome;
  };
  const answers: DecideOutcome[][] = [];
  for (const { by, wishes } of requests) {
    const own: DecideOutcome[] = [];
    for (const wish of wishes) own.push(await decide(wish, by));
    answers.push(own);
  }
  auditSeq = (await write(platform, client, booking)) ?? auditSeq;
  if (auditSeq !== null) failpoint(platform.config, "ledger.before-commit");
  return { answers, auditSeq };
}

/** What was decided and not yet written, with the word to the open screens; answers where the audit log stands then. */
async function write(
  platform: BookingPlatform,
  client: PoolClient,
  booking: Booking,
): Promise<string | null> {
  const { communeId, now } = booking.facts;
  const { decisions, claims, lines, standings, amended } = booking.takeUnwritten();
  if (decisions.length === 0) return null;
  const at = new Date(now);
  failpoint(platform.config, "ledger.before-write");
  if (amended.length > 0) {
    await client.query({ ...AMEND, values: [communeId, JSON.stringify(amended), at] });
    failpoint(platform.config, "ledger.after-amend");
  }
  const values = [decisions, [...claims.values()], lines, standings].map((rows) => JSON.stringify(rows));
  const [written, touched] = await Promise.all([
    client.query<{ key: string; step: number; seq: string }>({
      ...WRITE,
      values: [communeId, ...values, at, [...claims.keys()]],
    }),
    client.query<{ auditSeq: string }>({ ...TOUCH, values: [communeId, [`commune:${communeId}`]] }),
  ]);
  booking.noteWritten(lines, written.rows);
  failpoint(platform.config, "ledger.after-write");
  return touched.rows[0]?.auditSeq ?? null;
}

function reused(): DecideOutcome {
  return refused({ code: "decision_id_reused" });
}

function isSame(earlier: Wish, earlierBy: Decider, wish: Wish, by: Decider): boolean {
  return (
    earlierBy.accountId === by.accountId &&
    earlier.claimId === wish.claimId &&
    earlier.revision === wish.revision &&
    earlier.verdict === wish.verdict &&
    earlier.reasonCode === wish.reasonCode &&
    earlier.reason === wish.reason &&
    earlier.amended?.rows.sha256 === wish.amended?.rows.sha256
  );
}

/** Sent again: nothing is done, and the answer is read from what was booked then (rule 3). */
async function replay(
  client: PoolClient,
  booking: Booking,
  decision: KnownDecision,
  wish: Wish,
  by: Decider,
): Promise<DecideOutcome> {
  const { communeId, months, claims } = booking.facts;
  const claim = claims.get(decision.claimId);
  const revision = wish.revision + (wish.verdict === "amend" ? 1 : 0);
  const isTheSame =
    claim !== undefined &&
    decision.decidedBy === by.accountId &&
    decision.claimId === wish.claimId &&
    decision.revision === revision &&
    decision.verdict === wish.verdict &&
    decision.reasonCode === wish.reasonCode &&
    decision.reason === wish.reason &&
    (wish.amended === null || wish.amended.rows.sha256 === decision.sha256);
  if (!isTheSame) return reused();
  const { rows } = await client.query<{
    kind: LineKind;
    rule: string;
    points: number;
    memberId: string;
    monthId: number;
    isAdjustment: boolean;
  }>({ ...READ_DECISION_LINES, values: [communeId, decision.id] });
  const approvedIn = decision.verdict === "approve" ? claim.bookedMonth : null;
  const workMonth = months.holding(claim.workDate).id;
  return { ok: true, value: effectOf(rows, claim.memberId, approvedIn, workMonth) };
}

/** Opened in a transaction of its own: a month is opened by the first to ask, whatever becomes of the asking. */
async function openMonths(
  platform: BookingPlatform,
  scope: CommuneScope,
  requests: readonly Request[],
): Promise<void> {
  const [communeId = 0] = scope.communes;
  const now: Instant = platform.clock.now().getTime();
  const wishes = requests.flatMap((request) => request.wishes);
  await platform.db.withCommunes(scope, async (tx: Tx) => {
    const rows = await tx.claim.findMany({
      where: { communeId, id: { in: wishes.map(({ claimId }) => claimId) } },
      select: { workDate: true },
    });
    const days = new Set([
      ...rows.map(({ workDate }) => fromDatabaseDay(workDate)),
      ...wishes.flatMap(({ amended }) => amended?.rows.workDate ?? []),
      localDateAt(now),
    ]);
    for (const day of [...days].sort()) await findMonthHolding(tx, communeId, day, now);
  });
}
