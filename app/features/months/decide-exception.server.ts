import { judgeExceptionDecision, type MonthRefusal } from "#app/domain/months/objection.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findMonthHolding } from "./find-month.server.ts";

export interface ExceptionDecision {
  readonly id: string;
  readonly monthId: number;
  readonly verdict: "accepted" | "declined";
  readonly answer: string | null;
}

/** What is booked when the second person agrees. Its decision bears the exception's own id, so twice is once. */
export interface Mending {
  readonly decisionId: string;
  readonly claimId: string;
  readonly revision: number;
  readonly reason: string;
}

/** The ledger's way of taking a claim back, handed in by whoever knows both. No month where nothing had to be booked. */
export type Mend<Refusal extends { code: string }> = (
  mending: Mending,
) => Promise<Verdict<{ readonly monthId: number | null }, Refusal>>;

type DecideRefusal = Extract<MonthRefusal, { code: "exception_answered" | "exception_own" }>;

interface Waiting {
  readonly askedBy: string;
  readonly verdict: string | null;
  readonly decidedBy: string | null;
  readonly claimId: string;
  readonly document: string;
  readonly reason: string;
  readonly revision: number;
}

/**
 * The second person's word. The ledger is mended first, under the exception's id, and the word is written with what
 * came of it: dying in between leaves an exception that waits, and saying it again books nothing twice.
 */
export async function decideException<Refusal extends { code: string }>(
  caller: Caller,
  decision: ExceptionDecision,
  mend: Mend<Refusal>,
): Promise<Verdict<null, DecideRefusal | Refusal>> {
  const scope = caller.scope("months.decide-exception");
  const communeId = onlyCommune(scope);
  const accountId = caller.person.accountId;
  const { id, monthId, verdict } = decision;
  const waiting = await caller.platform.db.withCommunes(scope, (tx) =>
    findWaiting(tx, communeId, monthId, id),
  );
  if (!waiting) throw notFound();
  if (waiting.verdict === verdict && waiting.decidedBy === accountId) return allowed(null);
  const may = judgeExceptionDecision(waiting, accountId);
  if (!may.ok) return may;
  let carriedBy: number | null = null;
  if (verdict === "accepted") {
    const { claimId, revision } = waiting;
    const reason = `${waiting.document}: ${waiting.reason}`.slice(0, 500);
    const mended = await mend({ decisionId: id, claimId, revision, reason });
    if (!mended.ok) return mended;
    carriedBy = mended.value.monthId;
  }
  return caller.platform.db.withCommunes(scope, (tx) =>
    writeWord(caller, tx, communeId, decision, carriedBy),
  );
}

async function writeWord(
  caller: Caller,
  tx: Tx,
  communeId: number,
  { id, monthId, verdict, answer }: ExceptionDecision,
  carriedBy: number | null,
): Promise<Verdict<null, DecideRefusal>> {
  const { platform, person, now } = caller;
  await tx.$executeRaw`select from month_exception where commune_id = ${communeId} and id = ${id}::uuid for update`;
  const row = await findWaiting(tx, communeId, monthId, id);
  if (!row) throw notFound();
  if (row.verdict === verdict && row.decidedBy === person.accountId) return allowed(null);
  const may = judgeExceptionDecision(row, person.accountId);
  if (!may.ok) return may;
  await tx.monthException.update({
    where: { communeId_id: { communeId, id } },
    data: {
      verdict,
      answer,
      decidedBy: person.accountId,
      decidedAt: now,
      carriedBy: verdict === "accepted" ? (carriedBy ?? (await monthOfToday(caller, tx, communeId))) : null,
      decisionId: verdict === "accepted" ? id : null,
    },
    select: { id: true },
  });
  await platform.live.touch(tx, `commune:${communeId}`);
  return allowed(null);
}

/** A claim that had come to no points leaves no line; its exception still shows in the month that runs. */
async function monthOfToday({ now, today }: Caller, tx: Tx, communeId: number): Promise<number> {
  const { id } = await findMonthHolding(tx, communeId, today, now.getTime());
  return id;
}

async function findWaiting(tx: Tx, communeId: number, monthId: number, id: string): Promise<Waiting | null> {
  const row = await tx.monthException.findFirst({
    where: { communeId, id, monthId },
    select: {
      askedBy: true,
      verdict: true,
      decidedBy: true,
      claimId: true,
      document: true,
      reason: true,
      proposed: true,
    },
  });
  if (!row) return null;
  const { proposed, ...rest } = row;
  return { ...rest, revision: (proposed as { revision: number }).revision };
}
