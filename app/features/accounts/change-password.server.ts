import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { formatPhone } from "#app/domain/people/phone.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { checkOwnPassword } from "./check-own-password.server.ts";
import { choosePassword, type PasswordChoiceRefusal } from "./choose-password.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { openPhone } from "./keep-phone.server.ts";
import { raiseSession } from "./raise-session.server.ts";

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  readonly repeated: string;
}

export type PasswordChangeRefusal = PasswordChoiceRefusal | ProofRefusal | { code: "password_unchanged" };

/** One's own password: asks for the old one, signs out everywhere else, and renews the token here. */
export async function changePassword(
  caller: Caller,
  { current, password, repeated }: PasswordChange,
): Promise<Verdict<{ cookie: string; ended: number }, PasswordChangeRefusal>> {
  const { platform, person, session, now } = caller;
  const checked = await checkOwnPassword(caller, current);
  if (!checked.ok) return checked;
  if (password.normalize("NFC") === current.normalize("NFC")) return refused({ code: "password_unchanged" });
  const chosen = await choosePassword(platform, { password, repeated, ownWords: await readOwnWords(caller) });
  if (!chosen.ok) return chosen;

  const changed = await platform.db.withGlobals(caller.stamp("accounts.change-password"), async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: person.accountId, passwordHash: checked.value.passwordHash, status: "active" },
      data: { passwordHash: chosen.value.passwordHash, passwordChangedAt: now, mustChangePassword: false },
    });
    if (count === 0) return null;
    const ended = await endSessions(tx, { accountId: person.accountId, except: session.id }, now);
    const raised = await raiseSession(platform, tx, caller, {
      assurance: session.assurance,
      isFreshProof: !caller.actor.hasSecondFactor,
    });
    return raised && { ended, cookie: raised.cookie };
  });
  if (changed === null) return refused({ code: "session_ended" });
  await closeLines(platform, changed.ended);
  return allowed({ cookie: changed.cookie, ended: changed.ended.length });
}

async function readOwnWords({ platform, person }: Caller): Promise<string[]> {
  const { phoneCipher } = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: person.accountId },
    select: { phoneCipher: true },
  });
  const phone = phoneCipher === null ? [] : [formatPhone(openPhone(platform.keys, phoneCipher))];
  return [person.displayName, person.username, ...phone];
}
