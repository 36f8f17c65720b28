import type { BreakGlassRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { judgeSlipMaking, type SlipMakingRefusal } from "#app/domain/accounts/enrolment-slip.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { readSlipOwner } from "./enrolment-read-owner.server.ts";
import type { PreparedAct } from "./hand-over-prepare.server.ts";

/**
 * For somebody whose second factor is gone and whose recovery codes are gone with it. One person alone can only
 * reset a password; ending a second factor takes two, and neither is the person concerned.
 */
export async function prepareBreakGlass(
  caller: Caller,
  accountId: string,
): Promise<Verdict<PreparedAct, BreakGlassRefusal | SlipMakingRefusal>> {
  const { platform, communeId, person, visit } = caller;
  if (communeId === null || accountId === person.accountId) return refused({ code: "not_permitted" });
  const isOurs = await platform.db.withCommunes(caller.scope("accounts.prepare-break-glass"), (tx) =>
    tx.roleGrant.findFirst({ where: { communeId, accountId }, select: { id: true } }),
  );
  if (!isOurs) return refused({ code: "not_permitted" });
  const owner = await readSlipOwner(platform, accountId, visit.requestId);
  const verdict = judgeSlipMaking(owner, communeId);
  if (!verdict.ok) return verdict;
  if (!owner.hasSecondFactor) return refused({ code: "nothing_to_break" });
  return allowed({ kind: "break_glass", subjectAccountId: accountId, payload: { accountId } });
}
