import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import type { PlanTarget } from "#app/domain/plan/target.ts";
import { dayInYear } from "#app/domain/targets/detail.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { isTargetSource, type TargetSource } from "#app/domain/targets/source.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import type { PlanYear } from "./plan-year.server.ts";
import { parseLineage, parseOwn, parseSteps } from "./target-rows.schema.ts";

interface DetailRow {
  readonly key: string;
  readonly revision: number;
  readonly source: string;
  readonly steps: unknown;
  readonly lineage: unknown;
  readonly own: unknown;
  readonly isRetired: boolean;
  readonly accountableId: string | null;
  readonly accountableName: string | null;
}

/**
 * B01: the targets of a plan year: those of the plan, with the figures its version in force asks, and those the commune
 * wrote in; each with what the office added.
 */
export async function findTargetList(tx: Tx, communeId: number, plan: PlanYear): Promise<TargetEntry[]> {
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const rows = await findDetails(tx, communeId, plan.year);
  const ofPlan = PRESETS[presetId].targets.map((target) =>
    entryOfPlan(target, plan, rows.find(({ key }) => key === target.key) ?? null),
  );
  const own = rows.flatMap((row) => entryOfCommune(row, plan));
  return [...ofPlan, ...own];
}

function findDetails(tx: Tx, communeId: number, year: number): Promise<DetailRow[]> {
  return tx.$queryRaw<DetailRow[]>`
    select distinct on (d.target_key) d.target_key as key, d.revision, d.source, d.steps, d.lineage, d.own,
           d.is_retired as "isRetired", d.accountable_id as "accountableId", a.display_name as "accountableName"
      from target_detail d left join account a on a.id = d.accountable_id
     where d.commune_id = ${communeId} and d.year = ${year}
     order by d.target_key, d.revision desc`;
}

function entryOfPlan(target: PlanTarget, plan: PlanYear, row: DetailRow | null): TargetEntry {
  const inForce = plan.settings.targets.find(({ key }) => key === target.key);
  const basisPoints = target.test.kind === "share" ? (inForce?.basisPoints ?? target.test.basisPoints) : 0;
  const lastDay = target.lastDay === null ? plan.lastDay : dayInYear(target.lastDay, plan.year);
  return {
    key: target.key,
    text: inForce?.text ?? target.text,
    fact: target.fact,
    test: target.test.kind === "share" ? { ...target.test, basisPoints } : target.test,
    aspirational: inForce?.aspirational ?? target.aspirational,
    parts: target.parts,
    isOwn: false,
    ...detailOf(row, target.source),
    steps:
      target.test.kind === "share"
        ? [...(row === null ? [] : parseSteps(row.steps)), { lastDay, basisPoints }]
        : [],
  };
}

function entryOfCommune(row: DetailRow, plan: PlanYear): TargetEntry[] {
  const own = parseOwn(row.own);
  if (own === null || row.isRetired) return [];
  const { text, fact, comparator, basisPoints, of, aspirational } = own;
  return [
    {
      key: row.key,
      text,
      fact,
      test: { kind: "share", comparator, basisPoints, of },
      aspirational,
      parts: [],
      isOwn: true,
      ...detailOf(row, "manual"),
      steps: [...parseSteps(row.steps), { lastDay: plan.lastDay, basisPoints }],
    },
  ];
}

function detailOf(
  row: DetailRow | null,
  source: TargetSource,
): Pick<TargetEntry, "source" | "lineage" | "accountable" | "revision"> {
  if (row === null) return { source, lineage: [], accountable: null, revision: 0 };
  const { accountableId, accountableName } = row;
  return {
    source: isTargetSource(row.source) ? row.source : source,
    lineage: parseLineage(row.lineage),
    accountable:
      accountableId === null || accountableName === null
        ? null
        : { id: accountableId, name: accountableName },
    revision: row.revision,
  };
}
