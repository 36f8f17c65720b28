import { BREAK_GLASS_SLIP_MS } from "#app/domain/accounts/enrolment-slip.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "./allow.server.ts";
import type { PrintedSlip } from "./enrolment-make-slip.server.ts";
import { writeSlip } from "./enrolment-write-slip.server.ts";

/** The slip that two persons opened: good for hours, shown once, to the second of them. */
export async function carryOutBreakGlass(
  caller: Caller,
  tx: Tx,
  act: { readonly id: string; readonly communeId: number; readonly subjectAccountId: string },
): Promise<Verdict<PrintedSlip, { code: "account_disabled" }>> {
  const { platform, person } = caller;
  const account = await tx.account.findFirst({
    where: { id: act.subjectAccountId, status: "active" },
    select: { id: true, displayName: true, username: true },
  });
  if (!account) return refused({ code: "account_disabled" });
  const secret = await writeSlip(platform, tx, {
    accountId: account.id,
    communeId: act.communeId,
    purpose: "reset",
    madeBy: person.accountId,
    lifeMs: BREAK_GLASS_SLIP_MS,
    actId: act.id,
  });
  await platform.live.touch(tx, `account:${account.id}`);
  return allowed({
    ...secret,
    opens: "password",
    accountId: account.id,
    displayName: account.displayName,
    username: account.username,
  });
}
