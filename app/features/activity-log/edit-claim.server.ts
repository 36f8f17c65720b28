import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { type ClaimAct, moveClaim } from "#app/domain/activity/claim-state.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { inLog } from "./in-log.server.ts";
import { isOwner, lockClaim } from "./lock-claim.server.ts";
import type { LogCaller } from "./log-act.ts";
import { hashClaim } from "./make-claim-rows.server.ts";
import { type ClaimReceipt, readReceipts } from "./read-receipts.server.ts";
import { reviseClaim } from "./revise-claim.server.ts";

export interface ClaimEdit {
  readonly id: string;
  /** The revision the editor had before their eyes. */
  readonly revision: number;
  readonly content: ClaimContent;
}

export type EditRefusal =
  | Extract<ClaimRefusal, { code: "claim_has_problems" | "claim_not_open" | "claim_changed" }>
  | { readonly code: "not_permitted" };

/** A record that nobody decided yet, put right by its owner. The revision before stays beside it, for both sides. */
export function editClaim(caller: LogCaller, edit: ClaimEdit): Promise<Verdict<ClaimReceipt, EditRefusal>> {
  return change(caller, "edit", edit);
}

/** What came back with a question, sent anew: it waits again as a new revision. */
export function resubmitClaim(
  caller: LogCaller,
  edit: ClaimEdit,
): Promise<Verdict<ClaimReceipt, EditRefusal>> {
  return change(caller, "resubmit", edit);
}

function change(
  caller: LogCaller,
  move: Extract<ClaimAct, "edit" | "resubmit">,
  { id, revision, content }: ClaimEdit,
): Promise<Verdict<ClaimReceipt, EditRefusal>> {
  return inLog(
    caller,
    `activity-log.${move}`,
    async (tx, act): Promise<Verdict<ClaimReceipt, EditRefusal>> => {
      const claim = await lockClaim(tx, act.communeId, id);
      if (!claim || !isOwner(claim, act.accountId)) return refused({ code: "not_permitted" });
      const answer = async () => {
        const receipt = (await readReceipts(tx, act.communeId, [id])).get(id);
        if (!receipt) throw new Error(`claim ${id} is gone from under its lock`);
        return allowed(receipt);
      };
      const isStanding = hashClaim(claim.memberId, tidyClaim(content).content) === claim.sha256;
      // Sent again after it arrived, or saved without a change: nothing to do, and the same answer.
      if (claim.state === "submitted" && isStanding && revision <= claim.revision) return answer();
      const state = moveClaim(claim.state, move);
      if (!state.ok) return state;
      if (revision !== claim.revision) return refused({ code: "claim_changed", revision: claim.revision });
      const revised = await reviseClaim(tx, caller.platform.keys, act, claim, content);
      return revised.ok ? answer() : revised;
    },
  );
}
