import type { Caller } from "./allow.server.ts";
import { notFound } from "./answer-refusal.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";

export type OwnSessions = { one: string } | "all_others" | "this_one";

/** Signs out one of the caller's sessions, all the others, or the present one. Answers how many. */
export async function endOwnSessions(caller: Caller, which: OwnSessions): Promise<{ endedHere: boolean }> {
  const { platform, person, session, now } = caller;
  const ended = await platform.db.withGlobals(caller.stamp("accounts.end-sessions"), (tx) => {
    const { accountId } = person;
    if (which === "this_one") return endSessions(tx, { accountId, sessionId: session.id }, now);
    if (which === "all_others") return endSessions(tx, { accountId, except: session.id }, now);
    return endSessions(tx, { accountId, sessionId: which.one }, now);
  });
  if (ended.length === 0 && typeof which === "object") throw notFound();
  await closeLines(platform, ended);
  return { endedHere: ended.includes(session.id) };
}
