import {
  type ActRefusal,
  type ActState,
  type Decider,
  isActKind,
  judgeDecision,
} from "#app/domain/access/two-person-act.ts";
import type { BreakGlassRefusal, HandOverRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { type ApprovedAct, type CarriedOut, carryOutAct } from "../accounts/two-person-carry-out.server.ts";

export interface Decision {
  readonly id: Id;
  readonly isApproved: boolean;
  readonly note: string | null;
}

type Refusal = ActRefusal | HandOverRefusal | BreakGlassRefusal;

/** What was done; null for a refusal by the second person and for a word that was given before. */
type Decided = Verdict<CarriedOut | null, Refusal>;

interface ActRow extends Omit<ApprovedAct, "kind"> {
  readonly kind: string;
  readonly state: ActState;
  readonly askedBy: string;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
}

/** Thrown only to undo the transaction; it never leaves this file. */
class EffectRefused extends Error {
  constructor(readonly refusal: { readonly ok: false } & Refusal) {
    super(refusal.code);
  }
}

/**
 * The second person's word. Approval and what follows from it are one transaction: either both happen or the
 * act goes on waiting. The same person saying the same again changes nothing; a secret is shown only once.
 * Null where the commune has no such act.
 */
export async function decideAct(caller: Caller, decision: Decision): Promise<Decided | null> {
  try {
    return await caller.platform.db.withCommunes(caller.scope("two-person-acts.decide-act"), (tx) =>
      decideInside(caller, tx, decision),
    );
  } catch (error) {
    if (error instanceof EffectRefused) return error.refusal;
    throw error;
  }
}

async function decideInside(
  caller: Caller,
  tx: Tx,
  { id, isApproved, note }: Decision,
): Promise<Decided | null> {
  const { person, now, platform } = caller;
  const communeId = caller.communeId ?? 0;
  const row = await lockAct(tx, communeId, id);
  if (!row) return null;
  const wanted: ActState = isApproved ? "approved" : "declined";
  if (row.state === wanted && row.decidedBy === person.accountId) return allowed(null);
  const verdict = judgeDecision(
    { ...row, expiresAt: row.expiresAt.getTime() },
    await describeDecider(caller, tx, row),
    now.getTime(),
  );
  if (!verdict.ok) return verdict;
  await tx.twoPersonAct.update({
    where: { id },
    data: { state: wanted, decidedBy: person.accountId, decidedAt: now, decisionNote: note },
    select: { id: true },
  });
  const done = isApproved ? await carryOutAct(caller, tx, approved(row)) : allowed(null);
  if (!done.ok) throw new EffectRefused(done);
  await platform.live.touch(tx, `commune:${communeId}`);
  return done;
}

/** What bars a person from giving the second word on what somebody else asked. */
export async function describeDecider(
  caller: Caller,
  tx: Tx,
  { communeId, askedBy }: Pick<ActRow, "communeId" | "askedBy">,
): Promise<Decider> {
  const { accountId } = caller.person;
  const [facts] = await tx.$queryRaw<{ sharesBrowser: boolean; appointedAt: Date | null }[]>`
    select exists (select from device mine join device theirs using (browser_hash)
                    where mine.id = ${caller.session.deviceId}::uuid and theirs.account_id = ${askedBy}::uuid)
             as "sharesBrowser",
           case when bool_and(granted_by is not distinct from ${askedBy}::uuid) then min(granted_at) end as "appointedAt"
      from role_grant
     where commune_id = ${communeId} and account_id = ${accountId}::uuid and ended_at is null
       and role in ('office', 'commune_leader')`;
  return {
    accountId,
    sharesBrowserWithAsker: facts?.sharesBrowser ?? false,
    appointedByAskerAt: facts?.appointedAt?.getTime() ?? null,
  };
}

async function lockAct(tx: Tx, communeId: number, id: Id): Promise<ActRow | null> {
  const [row] = await tx.$queryRaw<ActRow[]>`
    select id, commune_id as "communeId", kind, state, asked_by as "askedBy",
           subject_account_id as "subjectAccountId", payload, expires_at as "expiresAt", decided_by as "decidedBy"
      from two_person_act where commune_id = ${communeId} and id = ${id}::uuid for update`;
  return row ?? null;
}

function approved({ id, communeId, kind, subjectAccountId, payload }: ActRow): ApprovedAct {
  if (!isActKind(kind)) throw new Error(`the database holds an act of unknown kind "${kind}"`);
  return { id, communeId, kind, subjectAccountId, payload };
}
