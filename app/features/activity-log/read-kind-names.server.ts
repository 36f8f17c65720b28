import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { type LogCaller, logAct } from "./log-act.ts";

/** What each kind of work is called today, retired ones as well; a kind nobody knows any more keeps its key. */
export function readKindNames(caller: LogCaller): Promise<Readonly<Record<string, string>>> {
  const { communeId, today } = logAct(caller);
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-kind-names"), async (tx) => {
    const { scheme } = await findSchemeOn(tx, communeId, today);
    return Object.fromEntries(scheme.activities.map(({ key, name }) => [key, name]));
  });
}
