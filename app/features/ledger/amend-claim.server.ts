import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import type { DecideOutcome, DecideRefusal } from "#app/domain/points/decision.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { findClaimFacts } from "#app/features/activity-log/find-claim-facts.server.ts";
import { type ClaimRows, makeRowMaker } from "#app/features/activity-log/make-claim-rows.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { book } from "./book.server.ts";
import { deciderOf, type LedgerCaller } from "./decide-claims.server.ts";
import type { Amendment } from "./wish.ts";

export interface ClaimAmendment {
  readonly decisionId: string;
  readonly claimId: string;
  /** The revision that counts now. */
  readonly revision: number;
  /** What is different; the rest of the content stands. */
  readonly change: Partial<ClaimContent>;
  /** Another of the claimant's teams on the day: its village takes over what the first one had. */
  readonly teamId?: number;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

/**
 * Puts right what counted: a new revision beside the old one, the old points taken back and the new ones booked in one
 * act, so that no village is without them in between.
 */
export async function amendClaim(caller: LedgerCaller, amendment: ClaimAmendment): Promise<DecideOutcome> {
  const { communeId } = caller;
  const by = deciderOf(caller, "activity.correct", "ledger.amend-claim");
  if (communeId === null || by === null) return refused({ code: "not_permitted" });
  const { decisionId, claimId, revision, reasonCode, reason } = amendment;
  const scope = caller.scope("ledger.amend-claim");
  const amended = await caller.platform.db.withCommunes(scope, (tx) =>
    prepare(tx, caller, communeId, amendment),
  );
  if (!amended.ok) return amended;
  const wish = { decisionId, claimId, revision, reasonCode, reason, verdict: "amend" } as const;
  const wishes = [{ ...wish, amended: amended.value }];
  const [outcome] = await book(caller.platform, communeId, { by, wishes });
  return outcome ?? refused({ code: "not_permitted" });
}

/** Judged and laid out before the commune's ledger is held; the booking checks that the revision still stands. */
async function prepare(
  tx: Tx,
  caller: LedgerCaller,
  communeId: number,
  { claimId, revision, change, teamId }: ClaimAmendment,
): Promise<Verdict<Amendment, DecideRefusal>> {
  const key = { communeId_id: { communeId, id: claimId } };
  const claim = await tx.claim.findUnique({ where: key, select: { memberId: true, isFromPaper: true } });
  const standing = await tx.claimRevision.findUnique({
    where: { communeId_claimId_revision: { communeId, claimId, revision } },
    select: { content: true },
  });
  if (!claim) return refused({ code: "not_permitted" });
  if (!standing) return refused({ code: "claim_changed", revision });
  const { content, problems } = tidyClaim({ ...(standing.content as unknown as ClaimContent), ...change });
  const { memberId, isFromPaper } = claim;
  const { accountId } = caller.actor;
  const kept = { id: claimId, memberId, isFromPaper, mayReachBack: true, signedSheet: null };
  const draft = { ...kept, sentBy: accountId, content };
  const { deviceId } = caller.session;
  const now = caller.platform.clock.now();
  const act = { communeId, accountId, deviceId, now, today: caller.today };
  const facts = await findClaimFacts(tx, act, [draft]);
  const verdict = judgeClaim(content, facts.factsOf(draft));
  const marks = verdict.ok ? verdict.value.marks : [];
  const all = [...problems, ...(verdict.ok ? [] : verdict.problems)];
  if (all.length > 0) return refused({ code: "claim_has_problems", problems: all });
  const rows = makeRowMaker(caller.platform.keys, act, facts)(draft, marks);
  const placed = teamId === undefined ? rows : await moveToTeam(tx, communeId, rows, teamId);
  if (!placed) {
    const problem = { field: "workDate", code: "not_in_team_on_day", workDate: content.workDate } as const;
    return refused({ code: "claim_has_problems", problems: [problem] });
  }
  const people = await tx.member.findMany({
    where: { communeId, id: { in: placed.participants.map((each) => each.memberId) } },
    select: { id: true, accountId: true, householdId: true },
  });
  const homes = content.units.flatMap(({ householdId }) => householdId ?? []);
  const roots = Object.fromEntries(homes.map((id) => [id, facts.household(id)?.rootId ?? id]));
  return allowed({
    rows: placed,
    roots,
    people: people.map(({ id, ...person }) => ({ ...person, memberId: id })),
  });
}

/** T16: only a team the claimant was in on the day of the work. */
async function moveToTeam(
  tx: Tx,
  communeId: number,
  rows: ClaimRows,
  teamId: number,
): Promise<ClaimRows | null> {
  const day = toDatabaseDay(rows.workDate);
  const isMember = await tx.membership.count({
    where: {
      communeId,
      teamId,
      memberId: rows.memberId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
  });
  if (isMember === 0) return null;
  const { villageId } = await tx.team.findUniqueOrThrow({
    where: { communeId_id: { communeId, id: teamId } },
    select: { villageId: true },
  });
  const place = { teamId, villageId };
  const participants = rows.participants.map((each) =>
    each.memberId === rows.memberId ? { ...each, ...place } : each,
  );
  return { ...rows, ...place, participants };
}
