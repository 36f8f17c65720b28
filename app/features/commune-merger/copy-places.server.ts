import { nameInNewCommune } from "#app/domain/merger/commune-merger.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { toDatabaseDay } from "../communes/database-day.ts";
import type { MergerAct } from "./merger-act.ts";

/** What of the old commune goes on as what of the new one, by number. */
export interface CopiedPlaces {
  readonly villages: ReadonlyMap<number, number>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<number, number>;
}

/** Villages, organisations and teams that stand on the last day begin in the new commune on the next. */
export async function copyPlaces(tx: Tx, act: MergerAct): Promise<CopiedPlaces> {
  const villages = await copyVillages(tx, act);
  await copyCounts(tx, act, villages);
  const organisations = await copyOrganisations(tx, act, villages);
  const teams = await copyTeams(tx, act, villages, organisations);
  await tx.continuedUnit.createMany({
    data: [
      ...[...villages].map(([old, villageId]) => ({ ...linkOf(act, "village", old), villageId })),
      ...[...teams].map(([old, teamId]) => ({ ...linkOf(act, "team", old), teamId })),
    ],
  });
  return { villages, organisations, teams };
}

export function linkOf(
  act: MergerAct,
  unit: "village" | "team" | "member" | "household",
  old: number | string,
) {
  return {
    communeId: act.young.communeId,
    mergerId: act.id,
    unit,
    oldCommuneId: act.old.communeId,
    oldId: String(old),
  };
}

async function copyVillages(tx: Tx, act: MergerAct): Promise<Map<number, number>> {
  const { old, young, effectiveOn, lastDay } = act;
  const standing = await tx.village.findMany({
    where: { communeId: old.communeId, validTo: null },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, name: true },
  });
  const there = await tx.village.findMany({
    where: { communeId: young.communeId, validTo: null },
    select: { nameKey: true },
  });
  const taken = new Set(there.map(({ nameKey }) => nameKey));
  const copies = new Map<number, number>();
  for (const { id, kind, name: oldName } of standing) {
    const name = nameInNewCommune(oldName, act.oldName, taken);
    taken.add(villageNameKey(name));
    const made = await tx.village.create({
      data: {
        communeId: young.communeId,
        kind,
        name,
        nameKey: villageNameKey(name),
        sortKey: makeSortKey(name),
        createdBy: young.actorId,
        createdAt: young.now,
        validFrom: toDatabaseDay(effectiveOn),
      },
      select: { id: true },
    });
    copies.set(id, made.id);
  }
  await tx.village.updateMany({
    where: { communeId: old.communeId, validTo: null, validFrom: { lt: toDatabaseDay(effectiveOn) } },
    data: { validTo: toDatabaseDay(lastDay), revision: { increment: 1 } },
  });
  return copies;
}

/** How many households and adults there are stays known, with the day on which they were counted. */
async function copyCounts(tx: Tx, { old, young }: MergerAct, villages: ReadonlyMap<number, number>) {
  await tx.$executeRaw`
    insert into village_count (commune_id, village_id, counted_on, households, adults, recorded_by, recorded_at)
    select ${young.communeId}, copy.young, c.counted_on, c.households, c.adults, ${young.actorId}::uuid, ${young.now}
      from unnest(${[...villages.keys()]}::int[], ${[...villages.values()]}::int[]) as copy (old, young)
      join village_count c on c.commune_id = ${old.communeId} and c.village_id = copy.old`;
}

/** A school or union the new commune knows by the same name is the same one. */
async function copyOrganisations(
  tx: Tx,
  { old, young, effectiveOn }: MergerAct,
  villages: ReadonlyMap<number, number>,
): Promise<Map<string, string>> {
  const keyOf = ({ kind, name }: { kind: string; name: string }) => `${kind}/${villageNameKey(name)}`;
  const known = await tx.organisation.findMany({ where: { communeId: young.communeId, validTo: null } });
  const idOf = new Map(known.map((each) => [keyOf(each), each.id]));
  const standing = await tx.organisation.findMany({ where: { communeId: old.communeId, validTo: null } });
  const missing = standing.filter((each) => !idOf.has(keyOf(each)));
  for (const each of missing) idOf.set(keyOf(each), young.newId());
  const copies = new Map(standing.map((each) => [each.id, idOf.get(keyOf(each)) ?? ""]));
  const made = new Set<string>();
  const rows = missing.flatMap((each) => {
    const id = copies.get(each.id) ?? "";
    if (made.has(id)) return [];
    made.add(id);
    const villageId = each.villageId === null ? null : (villages.get(each.villageId) ?? null);
    const validFrom = toDatabaseDay(effectiveOn);
    return [{ communeId: young.communeId, id, kind: each.kind, name: each.name, villageId, validFrom }];
  });
  await tx.organisation.createMany({ data: rows });
  for (const each of missing) {
    const parentId = each.parentId === null ? undefined : copies.get(each.parentId);
    if (parentId === undefined) continue;
    await tx.organisation.updateMany({
      where: { communeId: young.communeId, id: copies.get(each.id) ?? "", parentId: null },
      data: { parentId },
    });
  }
  return copies;
}

async function copyTeams(
  tx: Tx,
  act: MergerAct,
  villages: ReadonlyMap<number, number>,
  organisations: ReadonlyMap<string, string>,
): Promise<Map<number, number>> {
  const { old, young, effectiveOn, lastDay } = act;
  const standing = await tx.team.findMany({
    where: { communeId: old.communeId, validTo: null },
    orderBy: { id: "asc" },
  });
  const copies = new Map<number, number>();
  for (const { id, kind, name, zaloGroup, villageId, organisationId } of standing) {
    const made = await tx.team.create({
      data: {
        communeId: young.communeId,
        kind,
        name,
        zaloGroup,
        villageId: villageId === null ? null : (villages.get(villageId) ?? null),
        organisationId: organisationId === null ? null : (organisations.get(organisationId) ?? null),
        decisionNumber: act.decisionNumber,
        decisionDate: toDatabaseDay(act.decisionDate),
        validFrom: toDatabaseDay(effectiveOn),
      },
      select: { id: true },
    });
    copies.set(id, made.id);
  }
  await tx.team.updateMany({
    where: { communeId: old.communeId, validTo: null, validFrom: { lt: toDatabaseDay(effectiveOn) } },
    data: { validTo: toDatabaseDay(lastDay) },
  });
  return copies;
}
