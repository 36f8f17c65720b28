import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import type { MonthPace } from "#app/domain/targets/month-pace.ts";
import { monthPace } from "#app/domain/targets/month-pace.ts";
import type { Light, Step } from "#app/domain/targets/progress.ts";
import { lightOfVillage, stateOf, type TargetEntry } from "#app/domain/targets/reading.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findTargetMonths } from "#app/features/assigned-targets/find-target-months.server.ts";
import { findTargets } from "#app/features/assigned-targets/find-targets.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { type CompanionKey, findCompanions } from "./find-companions.server.ts";
import { findReadings } from "./find-readings.server.ts";
import { findTargetList } from "./find-target-list.server.ts";
import { findPlanYear } from "./plan-year.server.ts";

export interface TeamTargetLine {
  readonly entry: Pick<TargetEntry, "key" | "text" | "test" | "aspirational" | "source">;
  readonly step: Step | null;
  /** Of the team's own village; null where the target is not counted by village. */
  readonly village: { readonly part: number; readonly whole: number | null; readonly light: Light } | null;
  readonly commune: { readonly part: number; readonly whole: number | null; readonly light: Light };
}

export interface TeamTargets {
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly month: MonthPace & {
    readonly id: number;
    /** Distinct people who do it alone, and lượt beside them: two figures (rule 8). */
    readonly people: number;
    readonly visits: number;
    readonly target: number | null;
    readonly isStrivenFor: boolean;
    readonly companions: readonly {
      readonly key: CompanionKey;
      readonly text: string;
      readonly people: number;
    }[];
  };
  readonly lines: readonly TeamTargetLine[];
}

/** What the people of some teams are asked this month and this year, and how far they are. */
export function readTeamTargets(caller: Caller, teamIds: readonly number[]): Promise<TeamTargets[]> {
  const scope = caller.scope("targets.read-team");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const plan = await findPlanYear(tx, communeId, today);
    const entries = await findTargetList(tx, communeId, plan);
    const readings = await findReadings(tx, { communeId, plan, today, entries });
    const { open, months } = await findTargetMonths(tx, communeId, today);
    const month = months.find(({ id }) => id === open.current);
    if (!month) throw new Error(`commune ${communeId} has no month ${open.current}`);
    const targets = await findTargets(tx, communeId, month);
    const quota = await findQuotaWords(tx, communeId);
    const companions = await findCompanions(tx, communeId, month.id);
    const visits = await findVisits(tx, communeId, month.id);
    return targets.lines
      .filter(({ teamId }) => teamIds.includes(teamId))
      .map(({ teamId, teamName, villageName, target, done }) => ({
        teamId,
        teamName,
        villageName,
        month: {
          id: month.id,
          people: done,
          visits: visits.get(teamId) ?? 0,
          target,
          isStrivenFor: quota?.aspirational ?? false,
          companions: (quota?.companions ?? []).map(({ key, text }) => ({
            key: key as CompanionKey,
            text,
            people: companions.get(teamId)?.by[key as CompanionKey] ?? 0,
          })),
          ...monthPace(done, target, month, today),
        },
        lines: entries.flatMap((entry): TeamTargetLine[] => {
          const reading = readings.get(entry.key);
          if (!reading || entry.test.kind === "place") return [];
          const state = stateOf(entry, reading, plan, today);
          const own = reading.villages.find(({ name }) => name === villageName);
          const { key, text, test, aspirational, source } = entry;
          return [
            {
              entry: { key, text, test, aspirational, source },
              step: state.step,
              // A paper that tells of the commune alone tells nothing of the village.
              village:
                own && (own.whole !== null || reading.commune.whole === null)
                  ? { part: own.part, whole: own.whole, light: lightOfVillage(entry, own, plan, today) }
                  : null,
              commune: { ...reading.commune, light: state.light },
            },
          ];
        }),
      }));
  });
}

async function findQuotaWords(tx: Tx, communeId: number) {
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  return (
    PRESETS[presetId].quotas.find(({ measure, by }) => measure === "proficient_people" && by === "team") ??
    null
  );
}

async function findVisits(tx: Tx, communeId: number, monthId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.standing.findMany({
    where: { communeId, monthId, subject: "team" },
    select: { subjectId: true, visits: true },
  });
  return new Map(rows.map(({ subjectId, visits }) => [Number(subjectId), visits]));
}
