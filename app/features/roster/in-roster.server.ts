import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type RosterAct, rosterAct } from "./roster-act.ts";

/** Undoes what a verb wrote before it refused: a refusal leaves nothing behind. */
class Undone extends Error {
  constructor(readonly verdict: { readonly ok: false }) {
    super("refused");
  }
}

/**
 * One change of the caller's roster in one transaction, told to the open pages. A refusal undoes everything.
 */
export async function inRoster<Answer extends { readonly ok: boolean }>(
  caller: Caller,
  verb: string,
  work: (tx: Tx, act: RosterAct & { readonly actorId: string }) => Promise<Answer>,
): Promise<Answer> {
  const { platform, person } = caller;
  const scope = caller.scope(verb);
  const act = { ...rosterAct(platform, scope), actorId: person.accountId };
  try {
    return await platform.db.withCommunes(scope, async (tx) => {
      const verdict = await work(tx, act);
      if (!verdict.ok) throw new Undone(verdict as { readonly ok: false });
      await platform.live.touch(tx, `commune:${act.communeId}`);
      return verdict;
    });
  } catch (error) {
    if (error instanceof Undone) return error.verdict as Answer;
    throw error;
  }
}
