import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Guest } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { readOwnerInside } from "./enrolment-read-owner.server.ts";
import type { SlipView } from "./enrolment-read-slip.server.ts";
import { SlipSpent, spendSlip } from "./enrolment-spend-slip.server.ts";
import { knowBrowser } from "./know-browser.server.ts";
import { openSession } from "./open-session.server.ts";
import { keepPhoneLock, type PhoneLock } from "./phone-keep-lock.server.ts";

/** Spends the slip, binds this browser to its person and signs in, all or nothing. */
export async function bindPhone(
  guest: Guest,
  request: Request,
  slip: SlipView,
  lock: PhoneLock,
): Promise<Verdict<{ cookies: readonly string[] }, { code: "link_not_valid" }>> {
  const { platform, visit, now, signedIn } = guest;
  const { accountId } = slip;
  const stamp = { actorId: accountId, verb: "accounts.bind-phone", requestId: visit.requestId };
  try {
    const bound = await platform.db.withGlobals(stamp, async (tx) => {
      await spendSlip(tx, slip.id, now);
      const owner = await readOwnerInside(tx, accountId, now);
      // A second factor that was set up since the page was opened is not gone round.
      if (!owner.isActive || owner.hasSecondFactor || owner.mustUseSecondFactor) throw new SlipSpent();
      const replaced = signedIn
        ? await endSessions(tx, { accountId: signedIn.person.accountId, sessionId: signedIn.session.id }, now)
        : [];
      const browser = await knowBrowser(platform, tx, request, accountId, now);
      await keepPhoneLock(platform, tx, { id: browser.deviceId, accountId }, lock);
      const { cookie } = await openSession(platform, tx, request, {
        accountId,
        deviceId: browser.deviceId,
        assurance: "unlock",
      });
      await platform.live.touch(tx, `account:${accountId}`, `commune:${slip.communeId}`);
      return { cookies: [cookie, ...browser.cookies], replaced };
    });
    await closeLines(platform, bound.replaced);
    return allowed({ cookies: bound.cookies });
  } catch (error) {
    if (error instanceof SlipSpent) return refused({ code: "link_not_valid" });
    throw error;
  }
}
