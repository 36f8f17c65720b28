import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimProblem, ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { ClaimDraft } from "./draft.ts";
import { findClaimFacts } from "./find-claim-facts.server.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { type LogAct, type LogCaller, logAct } from "./log-act.ts";
import { hashClaim, makeRowMaker } from "./make-claim-rows.server.ts";
import { raiseSignals } from "./raise-signals.server.ts";
import { type ClaimReceipt, readReceipts } from "./read-receipts.server.ts";
import { writeClaimRows } from "./write-claim-rows.server.ts";

export interface ClaimToSubmit {
  /** Made on the phone before it is sent: sending twice makes one record (rule 3). */
  readonly id: string;
  readonly content: ClaimContent;
  /** The paper path: whose work it was, and the photograph of the signed sheet. */
  readonly onBehalfOf?: OnBehalfOf;
}

export interface OnBehalfOf {
  readonly memberId: string;
  readonly signedSheet: string | null;
  /** Only the office may type what a closed month had forgotten. */
  readonly mayReachBack: boolean;
}

export type SubmitRefusal = Extract<
  ClaimRefusal,
  { code: "claim_has_problems" | "claim_id_reused" | "not_on_roster" }
>;

export interface SubmitAnswer {
  readonly id: string;
  readonly outcome: Verdict<ClaimReceipt, SubmitRefusal>;
}

/**
 * Records of work as a phone sends them, one or fifty: each is judged by itself and answered by itself, all are
 * written in one statement. Sent again, each gets the answer of the first time.
 */
export async function submitClaims(
  caller: LogCaller,
  claims: readonly ClaimToSubmit[],
  phoneTime: Date | null = null,
): Promise<SubmitAnswer[]> {
  const act = logAct(caller);
  return caller.platform.db.withCommunes(caller.scope("activity-log.submit"), async (tx) => {
    const own = await findOwnMemberId(tx, act);
    const outcomes = await submitIn(tx, caller, act, own, claims, phoneTime);
    return claims.map(({ id }, index) => ({ id, outcome: outcomes[index] ?? reused() }));
  });
}

/** Undoes what was written when one of several that belong together was refused. */
class NotWhole extends Error {
  constructor(readonly answers: readonly SubmitAnswer[]) {
    super("one of them was refused");
  }
}

/** The lines of one signed sheet: all are taken, or none is. */
export async function submitWhole(
  caller: LogCaller,
  claims: readonly ClaimToSubmit[],
): Promise<readonly SubmitAnswer[]> {
  const act = logAct(caller);
  try {
    return await caller.platform.db.withCommunes(caller.scope("activity-log.submit"), async (tx) => {
      const outcomes = await submitIn(tx, caller, act, null, claims, null);
      const answers = claims.map(({ id }, index) => ({ id, outcome: outcomes[index] ?? reused() }));
      if (answers.some(({ outcome }) => !outcome.ok)) throw new NotWhole(answers);
      return answers;
    });
  } catch (error) {
    if (error instanceof NotWhole) return error.answers;
    throw error;
  }
}

async function submitIn(
  tx: Tx,
  { platform }: LogCaller,
  act: LogAct,
  own: string | null,
  claims: readonly ClaimToSubmit[],
  phoneTime: Date | null,
): Promise<SubmitAnswer["outcome"][]> {
  const tidied = claims.map((claim) => tidyDraft(claim, own));
  const ids = claims.map(({ id }) => id);
  const before = await findSent(tx, act, ids);
  const fresh = firstOfEach(tidied.flatMap((each) => (each.draft && !before.has(each.draft.id) ? each : [])));
  const { rows, problems } = await judgeDrafts(tx, platform.keys, act, fresh);
  const written = await writeClaimRows(tx, act, rows, phoneTime);
  const mine = rows.filter(({ id }) => written.has(id));
  await raiseSignals(tx, act, mine, phoneTime);
  // What another sending wrote in between is its own; what was written here is known.
  const sent = mine.length < rows.length ? await findSent(tx, act, ids) : before;
  for (const { id, sha256 } of mine) sent.set(id, nameSending(act, sha256));
  const receipts = await readReceipts(tx, act.communeId, [...sent.keys()]);
  if (mine.length > 0) await platform.live.touch(tx, `commune:${act.communeId}`);
  return tidied.map(({ draft, problems: textual }) => {
    if (!draft) return refused({ code: "not_on_roster" });
    const receipt = receipts.get(draft.id);
    if (!receipt) return refused({ code: "claim_has_problems", problems: problems.get(draft.id) ?? textual });
    const isSame = sent.get(draft.id) === nameSending(act, hashClaim(draft.memberId, draft.content));
    return isSame ? allowed(receipt) : reused();
  });
}

async function judgeDrafts(tx: Tx, keys: KeyRing, act: LogAct, fresh: readonly Tidied[]) {
  const problems = new Map<string, readonly ClaimProblem[]>();
  if (fresh.length === 0) return { rows: [], problems };
  const facts = await findClaimFacts(
    tx,
    act,
    fresh.map(({ draft }) => draft),
  );
  const makeRow = makeRowMaker(keys, act, facts);
  const rows = fresh.flatMap(({ draft, problems: textual }) => {
    const verdict = judgeClaim(draft.content, facts.factsOf(draft));
    if (verdict.ok && textual.length === 0) return makeRow(draft, verdict.value.marks);
    problems.set(draft.id, [...textual, ...(verdict.ok ? [] : verdict.problems)]);
    return [];
  });
  return { rows, problems };
}

/** Who sent it, and what: the same from somebody else is another sending. */
function nameSending({ accountId }: LogAct, sha256: string): string {
  return `${accountId}/${sha256}`;
}

function reused() {
  return refused({ code: "claim_id_reused" });
}

interface Tidied {
  readonly draft: ClaimDraft;
  readonly problems: readonly ClaimProblem[];
}

function tidyDraft(
  { id, content: raw, onBehalfOf }: ClaimToSubmit,
  own: string | null,
): Tidied | { readonly draft: null; readonly problems: readonly ClaimProblem[] } {
  const { content, problems } = tidyClaim(raw);
  const memberId = onBehalfOf?.memberId ?? own;
  if (memberId === null) return { draft: null, problems };
  const draft: ClaimDraft = {
    id,
    memberId,
    content,
    isFromPaper: onBehalfOf !== undefined,
    mayReachBack: onBehalfOf?.mayReachBack ?? false,
    signedSheet: onBehalfOf?.signedSheet ?? null,
  };
  return { draft, problems };
}

/** Of two records of one batch with the same id the first is written; the second is told so or repeats it. */
function firstOfEach(all: readonly Tidied[]): Tidied[] {
  const seen = new Set<string>();
  return all.filter(({ draft }) => !seen.has(draft.id) && seen.add(draft.id));
}

/** Who first sent these ids, and what: a claim is known by its first revision, whatever became of it since. */
async function findSent(tx: Tx, { communeId }: LogAct, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; first: string }[]>`
    select claim_id as id, made_by || '/' || encode(sha256, 'hex') as first from claim_revision
     where commune_id = ${communeId} and revision = 1 and claim_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, first }) => [id, first]));
}
