import type { ActivityKind, Scheme } from "#app/domain/activity/scheme.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type LogAct, type LogCaller, logAct } from "./log-act.ts";

/** What may be logged today, by the rules this month pinned. */
export function readLogKinds(caller: LogCaller): Promise<ActivityKind[]> {
  const act = logAct(caller);
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-kinds"), async (tx) => {
    const { activities } = await findSchemeToday(tx, act);
    return activities.filter(({ retiredOn }) => retiredOn === null || retiredOn > act.today);
  });
}

export async function findSchemeToday(tx: Tx, { communeId, today, now }: LogAct): Promise<Scheme> {
  const { schemeVersion } = await findMonthHolding(tx, communeId, today, now.getTime());
  return findSchemeVersion(tx, communeId, schemeVersion);
}
