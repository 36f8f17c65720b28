import type { PoolClient } from "pg";
import type { Scheme } from "#app/domain/activity/scheme.ts";
import { type Instant, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { WorkUnit } from "#app/domain/plan/activity-proposal.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import type { BookedKey } from "#app/domain/points/reconcile.ts";
import { isOfMember } from "#app/domain/points/repeats.ts";
import type { MemberMonth } from "#app/domain/points/score.ts";
import { type PaidClaim, payClaim } from "#app/domain/points/unit-pay.ts";
import { monthsOf, nameOf, VerifiedSet } from "#app/domain/points/verified-set.ts";
import { findCheckers } from "#app/features/checkers/find-checkers.server.ts";
import type { Keep } from "#app/platform/coalesce/batches.ts";
import { READ_AFFECTED, READ_BOOKED, READ_HELD, READ_SCHEMES } from "./booking.sql.ts";
import { Booking, type BookingFacts, type HeldClaim } from "./booking.ts";
import { type LedgerMonth, MonthsOfWork } from "./months-of-work.ts";
import { readAsTx } from "./read-as-tx.server.ts";
import type { Wish } from "./wish.ts";

/** A decision that stands already, and under which content. */
export interface KnownDecision {
  readonly id: string;
  readonly claimId: string;
  readonly revision: number;
  readonly verdict: string;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly sha256: string | null;
}

export interface BatchFacts {
  readonly booking: Booking;
  readonly decisions: ReadonlyMap<string, KnownDecision>;
}

interface HeldRow {
  readonly claims: readonly HeldClaim[] | null;
  readonly decisions: readonly KnownDecision[] | null;
  readonly months: readonly LedgerMonth[] | null;
}

type AffectedRow = Omit<VerifiedClaim, "workMonth" | "monthFrom"> & Pick<HeldClaim, "participants">;

/** Everything the batch must know, after its locks were taken. */
export async function loadFacts(
  client: PoolClient,
  communeId: number,
  wishes: readonly Wish[],
  { now, keep, isTold }: { readonly now: Instant; readonly keep: Keep; readonly isTold: boolean },
): Promise<BatchFacts> {
  const today = localDateAt(now);
  const ids = [...new Set(wishes.map(({ claimId }) => claimId))];
  const decisionIds = wishes.map(({ decisionId }) => decisionId);
  const held = await client.query<HeldRow>({ ...READ_HELD, values: [communeId, ids, decisionIds] });
  const { claims, decisions, months: rows } = held.rows[0] ?? { claims: null, decisions: null, months: null };
  const checkers = await findCheckers(readAsTx(client), communeId, today);
  const months = new MonthsOfWork(rows ?? [], now, isTold);
  const schemes = await readSchemes(client, communeId, months.versions, keep);
  const booking = new Booking({
    communeId,
    now,
    today,
    months,
    schemes,
    checkers,
    claims: new Map((claims ?? []).map((claim) => [claim.id, claim])),
    verified: new VerifiedSet(),
    booked: new Map(),
    householdOf: (accountId) => checkers.find((each) => each.accountId === accountId)?.householdId ?? null,
  });
  await loadAffected(client, booking, wishes);
  return { booking, decisions: new Map((decisions ?? []).map((decision) => [decision.id, decision])) };
}

/** A version never changes: once read it is kept from batch to batch. */
export async function readSchemes(
  client: PoolClient,
  communeId: number,
  versions: readonly number[],
  keep: Keep,
): Promise<ReadonlyMap<number, Scheme>> {
  const kept = (keep.get("schemes") as Map<number, Scheme> | undefined) ?? new Map<number, Scheme>();
  const missing = versions.filter((version) => !kept.has(version));
  if (missing.length > 0) {
    const { rows } = await client.query<{ version: number; content: Scheme }>({
      ...READ_SCHEMES,
      values: [communeId, missing],
    });
    for (const { version, content } of rows) kept.set(version, content);
    keep.set("schemes", kept);
  }
  return kept;
}

/**
 * The verified claims and ledger keys of every member-month that the batch can change: first those of whoever did
 * the work, then those of whoever competes with it.
 */
async function loadAffected(client: PoolClient, booking: Booking, wishes: readonly Wish[]): Promise<void> {
  const { claims } = booking.facts;
  const touched = wishes.flatMap((wish): PaidClaim[] => {
    const claim = claims.get(wish.claimId);
    const movesPoints = wish.verdict !== "return" && wish.verdict !== "reject";
    if (!claim || !movesPoints) return [];
    const booked = claim.bookedMonth ?? 0;
    const now = booking.pay(claim, booked);
    return wish.amended ? [now, booking.pay(booking.amendedOf(claim, wish), booked)] : [now];
  });
  if (touched.length === 0) return;
  const months = new Map(touched.flatMap(({ claim }) => monthsOf(claim)).map((each) => [nameOf(each), each]));
  await loadMonths(client, booking.facts, [...months.values()], touched);
  const rivals = new Map<string, MemberMonth>();
  for (const paid of touched) {
    for (const month of booking.facts.verified.monthsAround(paid)) {
      if (!months.has(nameOf(month))) rivals.set(nameOf(month), month);
    }
  }
  if (rivals.size > 0) await loadMonths(client, booking.facts, [...rivals.values()], []);
}

/** Puts the verified claims of these member-months, with their rivals, and what the ledger holds of them into the facts. */
export async function loadMonths(
  client: PoolClient,
  facts: Pick<BookingFacts, "communeId" | "months" | "schemes" | "verified" | "booked">,
  wanted: readonly MemberMonth[],
  touched: readonly PaidClaim[],
): Promise<void> {
  const { communeId, months, schemes, verified, booked } = facts;
  const spans = wanted.map(({ workMonth }) => months.spanOf(workMonth));
  const span = [
    communeId,
    wanted.map(({ memberId }) => memberId),
    spans.map(({ from }) => from),
    spans.map(({ until }) => until),
  ];
  const units = touched.flatMap(({ claim }) => claim.units);
  const kinds = [...schemes.values()].flatMap(({ activities }) => activities);
  const keysOf = (isOf: (kind: (typeof kinds)[number]) => boolean) => [
    ...new Set(kinds.filter(isOf).map(({ key }) => key)),
  ];
  const affected = await client.query<AffectedRow>({
    ...READ_AFFECTED,
    values: [
      ...span,
      touched.map(({ claim }) => claim.id),
      units.flatMap(({ personKey }) => personKey ?? []),
      units.flatMap(({ householdId }) => householdId ?? []),
      [...new Set(touched.map(({ claim }) => claim.activityKey))],
      keysOf(({ repeat }) => repeat === "after_30_days"),
      keysOf(({ unit }) => OF_HOUSEHOLDS.includes(unit)),
      keysOf(isOfMember),
    ],
  });
  for (const row of affected.rows) {
    const month = months.holding(row.workDate);
    const scheme = schemes.get(month.schemeVersion);
    if (!scheme) throw new Error(`the rules ${month.schemeVersion} were not read`);
    verified.put(payClaim({ ...row, workMonth: month.id, monthFrom: month.firstDay }, scheme));
  }
  const lines = await client.query<Omit<BookedKey, "workMonth">>({ ...READ_BOOKED, values: span });
  for (const line of lines.rows) {
    const key: BookedKey = { ...line, workMonth: months.holding(line.workDate).id };
    const name = nameOf(key);
    const keys = booked.get(name);
    if (keys) keys.set(key.key, key);
    else booked.set(name, new Map([[key.key, key]]));
  }
}

const OF_HOUSEHOLDS: readonly WorkUnit[] = ["household", "stall", "step", "product"];
