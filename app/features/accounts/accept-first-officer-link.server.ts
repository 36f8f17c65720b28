import { parseUsername, type UsernameRefusal } from "#app/domain/accounts/login-name.ts";
import type { LinkRefusal } from "#app/domain/accounts/refusals.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Guest } from "./allow.server.ts";
import { choosePassword, type PasswordChoiceRefusal } from "./choose-password.server.ts";
import { isUniqueViolation } from "./is-unique-violation.server.ts";
import { knowBrowser } from "./know-browser.server.ts";
import { openSession } from "./open-session.server.ts";
import { hashReferenceToken } from "./reference-token.server.ts";

export interface FirstOfficerForm {
  readonly displayName: string;
  readonly username: string;
  readonly password: string;
  readonly repeated: string;
}

export type FirstOfficerRefusal =
  | LinkRefusal
  | UsernameRefusal
  | PasswordChoiceRefusal
  | { code: "username_taken" };

/** Whether the link still opens anything; a page about it says no more than that. */
export async function isFirstOfficerLinkOpen({ platform, now }: Guest, token: string): Promise<boolean> {
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) return false;
  const link = await platform.db.prisma.firstOfficerLink.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { id: true },
  });
  return link !== null;
}

/** Makes the first officer's account and signs it in; the second factor and the commune come next. */
export async function acceptFirstOfficerLink(
  guest: Guest,
  request: Request,
  token: string,
  form: FirstOfficerForm,
): Promise<Verdict<{ cookies: readonly string[] }, FirstOfficerRefusal>> {
  const { platform, visit, now } = guest;
  if (!(await isFirstOfficerLinkOpen(guest, token))) return refused({ code: "link_not_valid" });
  const username = parseUsername(form.username);
  if (!username.ok) return username;
  const chosen = await choosePassword(platform, { ...form, ownWords: [form.displayName, username.value] });
  if (!chosen.ok) return chosen;

  const accountId = makeId(now.getTime(), platform.random.bytes(10));
  const stamp = {
    actorId: accountId,
    verb: "accounts.accept-first-officer-link",
    requestId: visit.requestId,
  };
  try {
    return await platform.db.withGlobals(stamp, async (tx) => {
      await tx.account.create({
        data: {
          id: accountId,
          username: username.value,
          displayName: form.displayName,
          passwordHash: chosen.value.passwordHash,
          passwordChangedAt: now,
          isFounder: true,
          createdAt: now,
        },
        select: { id: true },
      });
      if (!(await spendLink(tx, token, accountId, now))) throw new LinkSpent();
      const browser = await knowBrowser(platform, tx, request, accountId, now);
      const opened = await openSession(platform, tx, request, {
        accountId,
        deviceId: browser.deviceId,
        assurance: "password",
      });
      return allowed({ cookies: [opened.cookie, ...browser.cookies] });
    });
  } catch (error) {
    if (error instanceof LinkSpent) return refused({ code: "link_not_valid" });
    if (isUniqueViolation(error, "username")) return refused({ code: "username_taken" });
    throw error;
  }
}

/** Somebody else used the link at the same moment: what was written is undone. */
class LinkSpent extends Error {}

async function spendLink(tx: Tx, token: string, accountId: string, now: Date): Promise<boolean> {
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) return false;
  const { count } = await tx.firstOfficerLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedBy: accountId },
  });
  return count === 1;
}
