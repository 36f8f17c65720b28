import type { Tx } from "#app/platform/db/database.ts";
import { type LogAct, type LogCaller, logAct } from "./log-act.ts";

/** Undoes what a verb wrote before it refused: a refusal leaves nothing behind. */
class Undone extends Error {
  constructor(readonly verdict: { readonly ok: false }) {
    super("refused");
  }
}

/** One change of a record in one transaction, told to the open pages. */
export async function inLog<Answer extends { readonly ok: boolean }>(
  caller: LogCaller,
  verb: string,
  work: (tx: Tx, act: LogAct) => Promise<Answer>,
): Promise<Answer> {
  const { platform } = caller;
  const act = logAct(caller);
  try {
    return await platform.db.withCommunes(caller.scope(verb), async (tx) => {
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
