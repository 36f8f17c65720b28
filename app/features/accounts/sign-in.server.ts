import { type LoginName, parseLoginName } from "#app/domain/accounts/login-name.ts";
import type { SignInRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import type { Guest } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { fingerprintPhone } from "./keep-phone.server.ts";
import { browserHashOf, knowBrowser } from "./know-browser.server.ts";
import { type OpenedSession, openSession } from "./open-session.server.ts";
import { forgiveSignIn, type SignInTry, spendSignInTry } from "./throttle-sign-in.server.ts";

export interface SignInForm {
  /** A phone number or a user name, as typed. */
  readonly name: string;
  readonly password: string;
}

export interface SignInDone extends OpenedSession {
  readonly cookies: readonly string[];
  readonly hasSecondFactor: boolean;
}

interface Candidate {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly knownDeviceId: string | null;
}

/** No account has this id; asking for it costs what asking for a real one costs. */
const NOBODY = "00000000-0000-7000-8000-000000000000";

/**
 * Opens a session by password. Whoever is unknown, disabled or without a password gets the same answer after
 * the same work as somebody who mistyped.
 */
export async function signIn(
  guest: Guest,
  request: Request,
  form: SignInForm,
): Promise<Verdict<SignInDone, SignInRefusal>> {
  const { platform, visit } = guest;
  const login = parseLoginName(form.name);
  const candidate = await findCandidate(platform, request, login);
  const attempt = tryOf(platform, visit, form.name, login, candidate);
  const budget = await spendSignInTry(platform, attempt);
  if (!budget.ok) return finish(platform, "throttled", budget);

  const answer = await platform.passwords.verify(
    candidate?.passwordHash ?? null,
    form.password.normalize("NFC"),
  );
  if (answer === "busy") return finish(platform, "throttled", refused({ code: "try_later", seconds: 5 }));
  const opened = answer === "match" && candidate ? await enter(guest, request, candidate) : null;
  if (opened === null) return finish(platform, "refused", refused({ code: "sign_in_refused" }));
  await forgiveSignIn(platform, attempt);
  return finish(platform, "done", allowed(opened));
}

async function findCandidate(
  platform: Platform,
  request: Request,
  login: LoginName | null,
): Promise<Candidate | null> {
  const { prisma } = platform.db;
  const select = { id: true, passwordHash: true, status: true } as const;
  const account =
    login?.kind === "phone"
      ? await prisma.account.findUnique({
          where: { phoneFingerprint: fingerprintPhone(platform.keys, login.phone) },
          select,
        })
      : await prisma.account.findUnique({ where: { username: login?.username ?? "" }, select });
  const device = await prisma.device.findUnique({
    where: {
      browserHash_accountId: {
        browserHash: browserHashOf(request) ?? new Uint8Array(32),
        accountId: account?.id ?? NOBODY,
      },
    },
    select: { id: true, trustedAt: true, revokedAt: true },
  });
  if (account?.status !== "active") return null;
  const isKnown = device !== null && device.trustedAt !== null && device.revokedAt === null;
  return { id: account.id, passwordHash: account.passwordHash, knownDeviceId: isKnown ? device.id : null };
}

function tryOf(
  platform: Platform,
  visit: Visit,
  typed: string,
  login: LoginName | null,
  candidate: Candidate | null,
): SignInTry {
  const text = login === null ? `?${typed}` : login.kind === "phone" ? login.phone : login.username;
  return {
    loginKey: platform.keys.fingerprint("sign-in-throttle", text),
    clientAddress: visit.clientAddress,
    knownDeviceId: candidate?.knownDeviceId ?? null,
  };
}

/** Null when the account was disabled or given another password while this one was being checked. */
async function enter(guest: Guest, request: Request, candidate: Candidate): Promise<SignInDone | null> {
  const { platform, visit, now, signedIn } = guest;
  const stamp = { actorId: candidate.id, verb: "accounts.sign-in", requestId: visit.requestId };
  const entered = await platform.db.withGlobals(stamp, async (tx) => {
    const standing = await tx.account.findFirst({
      where: { id: candidate.id, status: "active", passwordHash: candidate.passwordHash },
      select: { id: true },
    });
    if (!standing) return null;
    // One browser carries one session; the one it brought along would live on unseen.
    const replaced = signedIn
      ? await endSessions(tx, { accountId: signedIn.person.accountId, sessionId: signedIn.session.id }, now)
      : [];
    const browser = await knowBrowser(platform, tx, request, candidate.id, now);
    const opened = await openSession(platform, tx, request, {
      accountId: candidate.id,
      deviceId: browser.deviceId,
      assurance: "password",
    });
    const done: SignInDone = {
      ...opened,
      cookies: [opened.cookie, ...browser.cookies],
      hasSecondFactor: opened.actor.hasSecondFactor,
    };
    return { done, replaced };
  });
  if (entered === null) return null;
  await closeLines(platform, entered.replaced);
  return entered.done;
}

function finish<Answer>(
  platform: Platform,
  outcome: "done" | "refused" | "throttled",
  answer: Answer,
): Answer {
  platform.metrics.count("sign_in_total", { outcome });
  return answer;
}
