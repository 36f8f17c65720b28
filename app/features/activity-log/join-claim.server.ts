import type { ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { moveClaim } from "#app/domain/activity/claim-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { inLog } from "./in-log.server.ts";
import { type LockedClaim, lockClaim } from "./lock-claim.server.ts";
import type { LogAct, LogCaller } from "./log-act.ts";
import { type ClaimReceipt, readReceipts } from "./read-receipts.server.ts";
import { reviseClaim } from "./revise-claim.server.ts";

export type JoinRefusal =
  | Extract<ClaimRefusal, { code: "claim_has_problems" | "claim_not_open" | "not_on_roster" }>
  | { readonly code: "not_permitted" };

/**
 * "Tôi cũng tham gia": a team-mate of that day joins a record that nobody decided yet. Points for one person are
 * split among those who helped; the claimant sees who joined, and when, in the revisions.
 */
export function joinClaim(
  caller: LogCaller,
  id: string,
): Promise<Verdict<Pick<ClaimReceipt, "id" | "revision" | "state">, JoinRefusal>> {
  return inLog(caller, "activity-log.join", async (tx, act): Promise<Verdict<ClaimReceipt, JoinRefusal>> => {
    const memberId = await findOwnMemberId(tx, act);
    if (memberId === null) return refused({ code: "not_on_roster" });
    const claim = await lockClaim(tx, act.communeId, id);
    if (!claim || !(await wasInTeam(tx, act, memberId, claim))) return refused({ code: "not_permitted" });
    const joined = await joinLocked(tx, caller, act, claim, memberId);
    if (!joined.ok) return joined;
    const receipt = (await readReceipts(tx, act.communeId, [id])).get(id);
    return receipt ? allowed(receipt) : refused({ code: "not_permitted" });
  });
}

/** The same on a record already held. Who takes part already is answered as the first time. */
export async function joinLocked(
  tx: Tx,
  { platform }: LogCaller,
  act: LogAct,
  claim: LockedClaim,
  memberId: string,
): Promise<Verdict<{ revision: number }, JoinRefusal>> {
  const { content } = claim;
  if (claim.memberId === memberId || content.helpers.some((helper) => helper.memberId === memberId))
    return allowed({ revision: claim.revision });
  const state = moveClaim(claim.state, "join");
  if (!state.ok) return state;
  const helpers = [...content.helpers, { memberId, part: "helper" as const }];
  return reviseClaim(tx, platform.keys, act, claim, { ...content, helpers });
}

export async function wasInTeam(
  tx: Tx,
  { communeId }: LogAct,
  memberId: string,
  { teamId, workDate }: Pick<LockedClaim, "teamId" | "workDate">,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from membership
     where commune_id = ${communeId} and member_id = ${memberId}::uuid and team_id = ${teamId}
       and valid_from <= ${workDate}::date and (valid_to is null or valid_to >= ${workDate}::date)`;
  return rows.length > 0;
}
