import type { ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { moveClaim } from "#app/domain/activity/claim-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { inLog } from "./in-log.server.ts";
import { isOwner, lockClaim } from "./lock-claim.server.ts";
import type { LogCaller } from "./log-act.ts";

export type WithdrawRefusal =
  | Extract<ClaimRefusal, { code: "claim_not_open" }>
  | { readonly code: "not_permitted" };

/** Taken back by its owner before anybody decided. It stays, as withdrawn; asking twice is asking once. */
export function withdrawClaim(
  caller: LogCaller,
  id: string,
): Promise<Verdict<{ id: string; state: "withdrawn" }, WithdrawRefusal>> {
  return inLog(caller, "activity-log.withdraw", async (tx, act) => {
    const claim = await lockClaim(tx, act.communeId, id);
    if (!claim || !isOwner(claim, act.accountId)) return refused({ code: "not_permitted" });
    if (claim.state !== "withdrawn") {
      const state = moveClaim(claim.state, "withdraw");
      if (!state.ok) return state;
      await tx.claim.update({
        where: { communeId_id: { communeId: act.communeId, id } },
        data: { state: state.value },
        select: { id: true },
      });
    }
    return allowed({ id, state: "withdrawn" as const });
  });
}
