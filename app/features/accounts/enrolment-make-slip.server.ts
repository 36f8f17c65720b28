import { can } from "#app/domain/access/can.ts";
import {
  judgeSlipMaking,
  mayMakeSlipFor,
  SLIP_MS,
  type SlipMakingRefusal,
  type SlipOpens,
  slipOpens,
} from "#app/domain/accounts/enrolment-slip.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { findRoleHere } from "./enrolment-find-role.server.ts";
import { readSlipOwner } from "./enrolment-read-owner.server.ts";
import { type SlipSecret, writeSlip } from "./enrolment-write-slip.server.ts";

export interface PrintedSlip extends SlipSecret {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
  readonly opens: SlipOpens;
}

/** The team whose leader, or the office, makes the slip. */
export interface SlipTeam {
  readonly teamId: number;
  readonly villageId: number | null;
}

/** A slip for one person of the caller's commune, to be printed at once: it cannot be shown again. */
export async function makeSlip(
  caller: Caller,
  accountId: string,
  team: SlipTeam | null = null,
): Promise<Verdict<PrintedSlip, SlipMakingRefusal>> {
  const { platform, communeId, person, actor, today, visit } = caller;
  if (communeId === null) return refused({ code: "not_permitted" });
  const capability = team === null ? "slip.make" : "team-slip.make";
  const permission = can(actor, capability, { communeId, ...team, accountId }, today);
  if (!permission.ok) return refused({ code: "not_permitted" });
  // Asked of the commune's own rows first, so that nothing at all is read of a stranger.
  const isOurs = await platform.db.withCommunes(caller.scope("accounts.make-slip"), (tx) =>
    findRoleHere(tx, { communeId, accountId, team, today }),
  );
  if (!isOurs) return refused({ code: "not_permitted" });
  const owner = await readSlipOwner(platform, accountId, visit.requestId);
  const verdict = judgeSlipMaking(owner, communeId);
  if (!verdict.ok) return verdict;
  if (!mayMakeSlipFor(permission.value.grants, owner)) return refused({ code: "not_permitted" });

  const opens = slipOpens("enrol", owner);
  const secret = await platform.db.withCommunes(caller.scope("accounts.make-slip"), (tx) =>
    writeSlip(platform, tx, {
      accountId,
      communeId,
      purpose: opens === "phone" ? "enrol" : "reset",
      madeBy: person.accountId,
      lifeMs: SLIP_MS,
      actId: null,
    }),
  );
  return allowed({ ...secret, opens, accountId, displayName: owner.displayName, username: owner.username });
}
