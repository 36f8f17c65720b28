import type { EnrolmentRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Guest } from "./allow.server.ts";
import { choosePassword, type PasswordChoiceRefusal } from "./choose-password.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { readSlip, type SlipView } from "./enrolment-read-slip.server.ts";
import { SlipSpent, spendSlip } from "./enrolment-spend-slip.server.ts";
import { openPhone } from "./keep-phone.server.ts";
import { knowBrowser } from "./know-browser.server.ts";
import { openSession } from "./open-session.server.ts";

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}

export interface PasswordReset {
  readonly cookies: readonly string[];
  /** A second factor must be given, or set up, before anything opens. */
  readonly isHalfWay: boolean;
  readonly hasSecondFactor: boolean;
}

/**
 * A new password by slip. Everything that was open closes, and every phone must be enrolled again. The session
 * that follows is one of a password only: whoever has a second factor, or needs one, stands half way and is
 * asked for it. A slip opened by two persons also ends the old factor, so that a new one must be set up.
 */
export async function resetPasswordBySlip(
  guest: Guest,
  request: Request,
  reference: string,
  form: NewPassword,
): Promise<Verdict<PasswordReset, EnrolmentRefusal | PasswordChoiceRefusal>> {
  const { platform, visit, now, signedIn } = guest;
  const found = await readSlip(guest, reference);
  if (!found.ok) return found;
  const slip = found.value;
  if (slip.opens !== "password") return refused({ code: "link_not_valid" });
  const chosen = await choosePassword(platform, { ...form, ownWords: await readOwnWords(guest, slip) });
  if (!chosen.ok) return chosen;

  const stamp = { actorId: slip.accountId, verb: "accounts.reset-by-slip", requestId: visit.requestId };
  try {
    const reset = await platform.db.withGlobals(stamp, async (tx) => {
      await spendSlip(tx, slip.id, now);
      const { count } = await tx.account.updateMany({
        where: { id: slip.accountId, status: "active" },
        data: { passwordHash: chosen.value.passwordHash, passwordChangedAt: now, mustChangePassword: false },
      });
      if (count === 0) throw new SlipSpent();
      if (slip.endsSecondFactor) await endSecondFactor(tx, slip.accountId);
      await lockEveryPhone(tx, slip.accountId, now);
      const ended = [
        ...(await endSessions(tx, { accountId: slip.accountId }, now)),
        ...(signedIn
          ? await endSessions(
              tx,
              { accountId: signedIn.person.accountId, sessionId: signedIn.session.id },
              now,
            )
          : []),
      ];
      const browser = await knowBrowser(platform, tx, request, slip.accountId, now);
      const opened = await openSession(platform, tx, request, {
        accountId: slip.accountId,
        deviceId: browser.deviceId,
        assurance: "password",
      });
      const { cookie, isHalfWay, actor } = opened;
      const done: PasswordReset = {
        cookies: [cookie, ...browser.cookies],
        isHalfWay,
        hasSecondFactor: actor.hasSecondFactor,
      };
      return { done, ended };
    });
    await closeLines(platform, reset.ended);
    return allowed(reset.done);
  } catch (error) {
    if (error instanceof SlipSpent) return refused({ code: "link_not_valid" });
    throw error;
  }
}

async function endSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { totpSecretSealed: null, totpConfirmedAt: null },
    select: { id: true },
  });
  await tx.passkey.deleteMany({ where: { accountId } });
  await tx.recoveryCode.deleteMany({ where: { accountId } });
}

/** Whoever knew the old password may have enrolled a phone of their own. */
async function lockEveryPhone(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.device.updateMany({
    where: { accountId, unlockUntil: { gt: now } },
    data: { unlockUntil: now, pinHash: null },
  });
  await tx.device.updateMany({ where: { accountId }, data: { trustedAt: null } });
  await tx.passkey.deleteMany({ where: { accountId, deviceId: { not: null } } });
}

async function readOwnWords({ platform }: Guest, slip: SlipView): Promise<string[]> {
  const { phoneCipher } = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: slip.accountId },
    select: { phoneCipher: true },
  });
  const phone = phoneCipher === null ? [] : [formatPhone(openPhone(platform.keys, phoneCipher))];
  return [slip.displayName, slip.username, ...phone];
}
