import type { Light } from "#app/domain/targets/progress.ts";
import {
  lightOfVillage,
  stateOf,
  type TargetEntry,
  type TargetReading,
  type TargetState,
} from "#app/domain/targets/reading.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReadings } from "./find-readings.server.ts";
import { findTargetList } from "./find-target-list.server.ts";
import { findTold, type ToldRow } from "./find-told.server.ts";
import { findPlanYear, type PlanYear } from "./plan-year.server.ts";

export interface VillageLight {
  readonly villageId: number;
  readonly name: string;
  readonly part: number;
  readonly whole: number | null;
  readonly light: Light;
}

export interface TargetLine extends TargetState {
  readonly entry: TargetEntry;
  readonly reading: Omit<TargetReading, "villages">;
  readonly villages: readonly VillageLight[];
}

export interface TargetBoard {
  readonly year: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly lines: readonly TargetLine[];
  readonly counts: Readonly<Record<Light, number>>;
}

/** K08: every target of the plan year with its light, per village and for the commune. */
export function readTargetBoard(caller: Caller): Promise<TargetBoard> {
  const scope = caller.scope("targets.read-board");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const plan = await findPlanYear(tx, communeId, caller.today);
    const entries = await findTargetList(tx, communeId, plan);
    const lines = await findLines(tx, caller, communeId, plan, entries);
    const count = (light: Light) => lines.filter((line) => line.light === light).length;
    return {
      year: plan.year,
      firstDay: plan.firstDay,
      lastDay: plan.lastDay,
      lines,
      counts: {
        reached: count("reached"),
        on_course: count("on_course"),
        behind: count("behind"),
        late: count("late"),
        too_few: count("too_few"),
        no_data: count("no_data"),
      },
    };
  });
}

export interface TargetPage extends TargetLine {
  readonly year: number;
  readonly told: readonly ToldRow[];
}

/** One target with everything that is known of it; null for a key nobody has. */
export function readTarget(caller: Caller, key: string): Promise<TargetPage | null> {
  const scope = caller.scope("targets.read-target");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const plan = await findPlanYear(tx, communeId, caller.today);
    const entry = (await findTargetList(tx, communeId, plan)).find((each) => each.key === key);
    if (!entry) return null;
    const [line] = await findLines(tx, caller, communeId, plan, [entry]);
    if (!line) return null;
    return { ...line, year: plan.year, told: await findTold(tx, communeId, plan.year, key) };
  });
}

/** What is written of one target, without counting anything. */
export function readTargetEntry(caller: Caller, key: string): Promise<TargetEntry | null> {
  const scope = caller.scope("targets.read-entry");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const plan = await findPlanYear(tx, communeId, caller.today);
    return (await findTargetList(tx, communeId, plan)).find((each) => each.key === key) ?? null;
  });
}

async function findLines(
  tx: Tx,
  { today }: Pick<Caller, "today">,
  communeId: number,
  plan: PlanYear,
  entries: readonly TargetEntry[],
): Promise<TargetLine[]> {
  const readings = await findReadings(tx, { communeId, plan, today, entries });
  return entries.flatMap((entry) => {
    const found = readings.get(entry.key);
    if (!found) return [];
    const { villages, ...reading } = found;
    return [
      {
        entry,
        reading,
        ...stateOf(entry, found, plan, today),
        villages: villages.map((village) => ({
          ...village,
          light: lightOfVillage(entry, village, plan, today),
        })),
      },
    ];
  });
}
