import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import {
  judgeSlipMaking,
  mayMakeSlipFor,
  type SlipMakingRefusal,
} from "#app/domain/accounts/enrolment-slip.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { findRoleHere } from "./enrolment-find-role.server.ts";
import type { SlipTeam } from "./enrolment-make-slip.server.ts";
import { readSlipOwner } from "./enrolment-read-owner.server.ts";
import { withdrawSlips } from "./enrolment-write-slip.server.ts";
import { recordOnAccount } from "./record-on-account.server.ts";

/** A lost phone reported to the office or to the team's leader: every session of the person ends and every phone must be enrolled anew. */
export async function signOutEverywhere(
  caller: Caller,
  accountId: string,
  team: SlipTeam | null = null,
): Promise<Verdict<{ ended: number }, SlipMakingRefusal>> {
  const capability = team === null ? "account.end-sessions-of-others" : "team-slip.make";
  const checked = await checkColleague(caller, accountId, capability, team);
  if (!checked.ok && checked.code !== "account_disabled") return checked;
  const { platform, now } = caller;
  const ended = await platform.db.withCommunes(caller.scope("accounts.sign-out-everywhere"), async (tx) => {
    await recordOnAccount(tx, accountId);
    await tx.device.updateMany({
      where: { accountId, revokedAt: null },
      data: { unlockUntil: null, pinHash: null, pinFailures: 0, pinFailedAt: null, trustedAt: null },
    });
    await tx.passkey.deleteMany({ where: { accountId, deviceId: { not: null } } });
    await tx.deviceKey.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
    await withdrawSlips(tx, accountId, now);
    return endSessions(tx, { accountId }, now);
  });
  await closeLines(platform, ended);
  return allowed({ ended: ended.length });
}

/** Nobody is deleted: what the person did stays theirs. A disabled account signs in nowhere. */
export async function setAccountActive(
  caller: Caller,
  accountId: string,
  isActive: boolean,
): Promise<Verdict<null, SlipMakingRefusal>> {
  const checked = await checkColleague(caller, accountId, "account.disable");
  if (!checked.ok && checked.code !== "account_disabled") return checked;
  const { platform, now } = caller;
  const verb = isActive ? "accounts.enable" : "accounts.disable";
  const ended = await platform.db.withCommunes(caller.scope(verb), async (tx) => {
    await tx.account.update({
      where: { id: accountId },
      data: isActive ? { status: "active", disabledAt: null } : { status: "disabled", disabledAt: now },
      select: { id: true },
    });
    if (isActive) return [];
    await withdrawSlips(tx, accountId, now);
    return endSessions(tx, { accountId }, now);
  });
  await closeLines(platform, ended);
  return allowed(null);
}

/** Somebody of the caller's commune who works nowhere else, and not the caller. */
async function checkColleague(
  caller: Caller,
  accountId: string,
  capability: Capability,
  team: SlipTeam | null = null,
): Promise<Verdict<null, SlipMakingRefusal>> {
  const { platform, communeId, actor, today, visit } = caller;
  if (communeId === null) return refused({ code: "not_permitted" });
  const permission = can(actor, capability, { communeId, ...team, accountId }, today);
  if (!permission.ok) return refused({ code: "not_permitted" });
  const isOurs = await platform.db.withCommunes(caller.scope("accounts.check-colleague"), (tx) =>
    findRoleHere(tx, { communeId, accountId, team, today }),
  );
  if (!isOurs) return refused({ code: "not_permitted" });
  const owner = await readSlipOwner(platform, accountId, visit.requestId);
  if (!mayMakeSlipFor(permission.value.grants, owner) && team !== null)
    return refused({ code: "not_permitted" });
  return judgeSlipMaking(owner, communeId);
}
