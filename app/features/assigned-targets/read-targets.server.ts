import { mayAssign, sumTargets, type TargetSum } from "#app/domain/targets/assigned-target.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findTargetMonths } from "./find-target-months.server.ts";
import { findTargets, type TargetLine, type Targets } from "./find-targets.server.ts";

export interface TargetSheet extends Targets {
  readonly monthId: number;
  readonly isOpen: boolean;
  readonly months: readonly number[];
  readonly sum: TargetSum;
}

/** One month's targets of all teams; null for a month that cannot be looked at here. */
export async function readTargets(caller: Caller, asked: number | null): Promise<TargetSheet | null> {
  const scope = caller.scope("assigned-targets.read");
  const communeId = scope.communes[0] ?? 0;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { open, months } = await findTargetMonths(tx, communeId, caller.today);
    const month = months.find(({ id }) => id === (asked ?? open.current));
    if (!month) return null;
    const targets = await findTargets(tx, communeId, month);
    return {
      ...targets,
      monthId: month.id,
      isOpen: mayAssign(month.id, open).ok,
      months: months.map(({ id }) => id),
      sum: sumTargets(targets.lines),
    };
  });
}

/** This month's lines of some teams, for the people in them. */
export async function readTargetsOfTeams(
  caller: Caller,
  teamIds: readonly number[],
): Promise<{ readonly monthId: number; readonly lines: readonly TargetLine[] }> {
  const scope = caller.scope("assigned-targets.read-own");
  const communeId = scope.communes[0] ?? 0;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { open, months } = await findTargetMonths(tx, communeId, caller.today);
    const month = months.find(({ id }) => id === open.current);
    if (!month) throw new Error(`commune ${communeId} has no month ${open.current}`);
    const { lines } = await findTargets(tx, communeId, month);
    return { monthId: month.id, lines: lines.filter(({ teamId }) => teamIds.includes(teamId)) };
  });
}
