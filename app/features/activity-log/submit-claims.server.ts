import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimProblem, ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Lane } from "#app/platform/coalesce/batches.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { ClaimDraft } from "./draft.ts";
import { findClaimFacts } from "./find-claim-facts.server.ts";
import { findOwnMemberIds } from "./find-own-member.server.ts";
import { type LogAct, type LogCaller, logAct } from "./log-act.ts";
import { hashClaim, makeRowMaker } from "./make-claim-rows.server.ts";
import { raiseSignals } from "./raise-signals.server.ts";
import { type ClaimReceipt, readReceipts } from "./read-receipts.server.ts";
import { type Sender, writeClaimRows } from "./write-claim-rows.server.ts";

export interface ClaimToSubmit {
  /** Made on the phone before it is sent: sending twice makes one record (rule 3). */
  readonly id: string;
  readonly content: ClaimContent;
  /** Whose work it was, where somebody else writes it down: from a signed sheet, or from a register. */
  readonly onBehalfOf?: OnBehalfOf;
}

export interface OnBehalfOf {
  readonly memberId: string;
  readonly signedSheet: string | null;
  /** Only the office may type what a closed month had forgotten. */
  readonly mayReachBack: boolean;
  /** A register of the house knows the work: there is no paper behind it. */
  readonly isFromRegister?: true;
}

export type SubmitRefusal = Extract<
  ClaimRefusal,
  { code: "claim_has_problems" | "claim_id_reused" | "not_on_roster" }
>;

export interface SubmitAnswer {
  readonly id: string;
  readonly outcome: Verdict<ClaimReceipt, SubmitRefusal>;
}

/** What one caller sends at once. */
interface Sending {
  readonly caller: LogCaller;
  readonly claims: readonly ClaimToSubmit[];
  readonly phoneTime: Date | null;
}

/** Sendings that share one commit: some hundred records, which a phone still waits for gladly. */
const SENDINGS_AT_MOST = 12;
/** While the database writes for one lane the other's records are judged. */
const LANES = 2;

/**
 * Records of work as a phone sends them, one or fifty: each is judged by itself and answered by itself. Whoever sends
 * while a sending is being written shares the next one's statements and commit. Sent again, each gets the answer of the
 * first time.
 */
export async function submitClaims(
  caller: LogCaller,
  claims: readonly ClaimToSubmit[],
  phoneTime: Date | null = null,
): Promise<readonly SubmitAnswer[]> {
  const { communeId, accountId, today } = logAct(caller);
  const lane: Lane<Sending, readonly SubmitAnswer[]> = {
    name: `log:${communeId}:${today}:${Number.parseInt(accountId.slice(-2), 16) % LANES}`,
    most: SENDINGS_AT_MOST,
    run: (sendings) => submitTogether(caller.platform, sendings),
  };
  return caller.platform.batches.join(lane, { caller, claims, phoneTime });
}

function submitTogether(
  platform: LogCaller["platform"],
  sendings: readonly Sending[],
): Promise<readonly (readonly SubmitAnswer[])[]> {
  return platform.db.withCommunes(scopeOf(sendings), async (tx) => {
    if (!sharesNames(sendings)) return submitIn(tx, platform, sendings);
    // One name twice: who comes first has it, and the next is answered by what then stands.
    const answers: (readonly SubmitAnswer[])[] = [];
    for (const sending of sendings) answers.push(...(await submitIn(tx, platform, [sending])));
    return answers;
  });
}

function sharesNames(sendings: readonly Sending[]): boolean {
  const ofEach = sendings.map(({ claims }) => new Set(claims.map(({ id }) => id)));
  return new Set(ofEach.flatMap((ids) => [...ids])).size < ofEach.reduce((sum, ids) => sum + ids.size, 0);
}

/** One sender is named in the audit log by the stamp; of several each is named in their records. */
function scopeOf(sendings: readonly Sending[]): CommuneScope {
  const [first] = sendings;
  if (!first) throw new Error("a batch without a sending");
  const scope = first.caller.scope("activity-log.submit");
  const { accountId } = first.caller.person;
  if (sendings.every(({ caller }) => caller.person.accountId === accountId)) return scope;
  return { ...scope, actorId: null, requestId: `together-${sendings.length}` };
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
  try {
    return await caller.platform.db.withCommunes(caller.scope("activity-log.submit"), async (tx) => {
      const [answers = []] = await submitIn(tx, caller.platform, [{ caller, claims, phoneTime: null }]);
      if (answers.some(({ outcome }) => !outcome.ok)) throw new NotWhole(answers);
      return answers;
    });
  } catch (error) {
    if (error instanceof NotWhole) return error.answers;
    throw error;
  }
}

/** Sendings of one commune and one day, no record twice but in one sending. */
async function submitIn(
  tx: Tx,
  platform: LogCaller["platform"],
  sendings: readonly Sending[],
): Promise<SubmitAnswer[][]> {
  const [first] = sendings;
  if (!first) return [];
  const act = logAct(first.caller);
  const own = await findOwnMemberIds(
    tx,
    act.communeId,
    sendings.map(({ caller }) => caller.person.accountId),
  );
  const tidied = sendings.map((sending) => {
    const sender = logAct(sending.caller);
    return sending.claims.map((claim) => tidyDraft(claim, sender.accountId, own.get(sender.accountId)));
  });
  const ids = sendings.flatMap(({ claims }) => claims.map(({ id }) => id));
  const before = await findSent(tx, act, ids);
  const fresh = tidied.flatMap((each) =>
    firstOfEach(each.flatMap((one) => (one.draft && !before.has(one.draft.id) ? one : []))),
  );
  const { rows, problems } = await judgeDrafts(tx, platform.keys, act, fresh);
  const senders = sendersOf(sendings);
  const written = await writeClaimRows(tx, act.communeId, rows, senders);
  const mine = rows.filter(({ id }) => written.has(id));
  await raiseSignals(tx, act, mine, offsetsOf(senders));
  // What another sending wrote in between is its own; what was written here is known.
  const sent = mine.length < rows.length ? await findSent(tx, act, ids) : before;
  for (const { id, sha256 } of mine) sent.set(id, `${senders.get(id)?.accountId}/${sha256}`);
  const receipts = await readReceipts(tx, act.communeId, [...sent.keys()]);
  if (mine.length > 0) await platform.live.touch(tx, `commune:${act.communeId}`);
  const hashes = new Map(rows.map((row) => [row.content, row.sha256]));
  const outcomeOf = ({ draft, problems: textual }: Tidied | Nobody): SubmitAnswer["outcome"] => {
    if (!draft) return refused({ code: "not_on_roster" });
    const receipt = receipts.get(draft.id);
    if (!receipt) return refused({ code: "claim_has_problems", problems: problems.get(draft.id) ?? textual });
    const sha256 = hashes.get(draft.content) ?? hashClaim(draft.memberId, draft.content);
    return sent.get(draft.id) === `${draft.sentBy}/${sha256}` ? allowed(receipt) : reused();
  };
  return tidied.map((each, index) =>
    each.map((one, place) => ({ id: sendings[index]?.claims[place]?.id ?? "", outcome: outcomeOf(one) })),
  );
}

function sendersOf(sendings: readonly Sending[]): ReadonlyMap<string, Sender> {
  return new Map(
    sendings.flatMap(({ caller, claims, phoneTime }) => {
      const { accountId, deviceId, now } = logAct(caller);
      return claims.map(({ id }) => [id, { accountId, deviceId, now, phoneTime }] as const);
    }),
  );
}

/** By record, how far the clock of the phone it came from was off. */
function offsetsOf(senders: ReadonlyMap<string, Sender>): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const [id, { phoneTime, now }] of senders) {
    if (phoneTime !== null) offsets.set(id, phoneTime.getTime() - now.getTime());
  }
  return offsets;
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

function reused() {
  return refused({ code: "claim_id_reused" });
}

interface Tidied {
  readonly draft: ClaimDraft;
  readonly problems: readonly ClaimProblem[];
}

interface Nobody {
  readonly draft: null;
  readonly problems: readonly ClaimProblem[];
}

function tidyDraft(
  { id, content: raw, onBehalfOf }: ClaimToSubmit,
  sentBy: string,
  own: string | undefined,
): Tidied | Nobody {
  const { content, problems } = tidyClaim(raw);
  const memberId = onBehalfOf?.memberId ?? own;
  if (memberId === undefined) return { draft: null, problems };
  const draft: ClaimDraft = {
    id,
    memberId,
    sentBy,
    content,
    isFromPaper: onBehalfOf !== undefined && !onBehalfOf.isFromRegister,
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

/** Who first sent these ids, and what, as one word: the same from somebody else is another sending. A claim is known by its first revision, whatever became of it since. */
async function findSent(tx: Tx, { communeId }: LogAct, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; first: string }[]>`/* activity-log.find-sent */
    select claim_id as id, made_by || '/' || encode(sha256, 'hex') as first from claim_revision
     where commune_id = ${communeId} and revision = 1 and claim_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, first }) => [id, first]));
}
