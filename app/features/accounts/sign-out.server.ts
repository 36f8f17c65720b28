import type { Guest } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { clearSessionCookie } from "./session-cookie.server.ts";

/** Ends the session the browser carries, if it is one, and answers the cookie that forgets it. */
export async function signOut({ platform, visit, now, signedIn }: Guest): Promise<string> {
  if (signedIn) {
    const { person, session } = signedIn;
    const stamp = { actorId: person.accountId, verb: "accounts.sign-out", requestId: visit.requestId };
    const ended = await platform.db.withGlobals(stamp, (tx) =>
      endSessions(tx, { accountId: person.accountId, sessionId: session.id }, now),
    );
    await closeLines(platform, ended);
  }
  return clearSessionCookie();
}
