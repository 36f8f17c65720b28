import { isInForce } from "#app/domain/access/actor.ts";
import type { Role } from "#app/domain/access/roles.ts";
import { type ActKind, type ActState, isActKind, judgeDecision } from "#app/domain/access/two-person-act.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { handOverPayload } from "../accounts/hand-over-carry-out.server.ts";

export interface ActView {
  readonly id: string;
  readonly kind: ActKind;
  /** An act that nobody decided in time is shown as over, whatever its row still says. */
  readonly state: ActState | "expired";
  readonly reason: string;
  readonly subjectName: string;
  /** What a hand-over hands over: the second person must see it all. */
  readonly handOver: { readonly role: Role; readonly firstDay: LocalDate } | null;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  /** This person may give the second word, or take the first one back. */
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
}

const NEWEST = 50;

/** The acts of the commune, those that wait first. */
export async function readActs(caller: Caller): Promise<ActView[]> {
  const acts = await findActs(caller, null);
  return acts.sort((left, right) => Number(right.state === "waiting") - Number(left.state === "waiting"));
}

/** Null where the commune has no such act. */
export async function readAct(caller: Caller, id: string): Promise<ActView | null> {
  const [act] = await findActs(caller, id);
  return act ?? null;
}

interface ActRow {
  readonly id: string;
  readonly kind: string;
  readonly state: ActState;
  readonly reason: string;
  readonly payload: unknown;
  readonly subjectAccountId: string;
  readonly subjectName: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
}

function findActs(caller: Caller, id: string | null): Promise<ActView[]> {
  const { platform, communeId } = caller;
  return platform.db.withCommunes(caller.scope("two-person-acts.read-acts"), async (tx: Tx) => {
    const rows = await tx.$queryRaw<ActRow[]>`
      select act.id, act.kind, act.state, act.reason, act.payload,
             act.subject_account_id as "subjectAccountId", subject.display_name as "subjectName",
             act.asked_by as "askedBy", asker.display_name as "askedByName", act.asked_at as "askedAt",
             act.expires_at as "expiresAt", decider.display_name as "decidedByName",
             act.decided_at as "decidedAt", act.decision_note as "decisionNote"
        from two_person_act act
        join account subject on subject.id = act.subject_account_id
        join account asker on asker.id = act.asked_by
        left join account decider on decider.id = act.decided_by
       where act.commune_id = ${communeId} and (${id}::uuid is null or act.id = ${id}::uuid)
       order by act.asked_at desc, act.id
       limit ${NEWEST}`;
    return rows.map((row) => viewOf(row, caller));
  });
}

function viewOf(row: ActRow, caller: Caller): ActView {
  const { kind, state, askedBy, subjectAccountId } = row;
  if (!isActKind(kind)) throw new Error(`the database holds an act of unknown kind "${kind}"`);
  const nowMs = caller.now.getTime();
  const expiresAt = row.expiresAt.getTime();
  const isOpen = state === "waiting" && nowMs < expiresAt;
  const verdict = judgeDecision(
    { state, askedBy, subjectAccountId, expiresAt },
    // What else bars this person is said in words when they try.
    { accountId: caller.person.accountId, sharesBrowserWithAsker: false, appointedByAskerAt: null },
    nowMs,
  );
  return {
    id: row.id,
    kind,
    state: state === "waiting" && !isOpen ? "expired" : state,
    reason: row.reason,
    subjectName: row.subjectName,
    handOver: kind === "hand_over" ? handOverOf(row.payload) : null,
    askedByName: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionNote: row.decisionNote,
    mayDecide: verdict.ok && holdsDecidingRole(caller),
    mayWithdraw: isOpen && askedBy === caller.person.accountId,
  };
}

function handOverOf(payload: unknown): { role: Role; firstDay: LocalDate } {
  const { role, firstDay } = handOverPayload.parse(payload);
  return { role, firstDay };
}

/** Only what is offered; the door asks the access matrix again, and for a fresh proof. */
function holdsDecidingRole({ actor, communeId, today }: Caller): boolean {
  return actor.grants.some(
    (grant) =>
      grant.communeId === communeId &&
      isInForce(grant, today) &&
      (grant.role === "office" || grant.role === "commune_leader"),
  );
}
