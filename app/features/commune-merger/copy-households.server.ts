import type { Priority } from "#app/domain/households/household.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { fromDatabaseDay, toDatabaseDay } from "../communes/database-day.ts";
import { insertHouseholds } from "../households/insert-households.server.ts";
import { openLabel } from "../households/seal-label.server.ts";
import { linkOf } from "./copy-places.server.ts";
import type { MergerAct } from "./merger-act.ts";

/**
 * The list goes on under the new commune's key. Labels of single persons stay behind: they belong to the checks of
 * work done in the old commune, and nobody agreed to be known by them in the next.
 */
export async function copyHouseholds(
  tx: Tx,
  act: MergerAct,
  villages: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<string, string>> {
  const { old, young, effectiveOn, lastDay, keys } = act;
  const standing = await tx.household.findMany({ where: { communeId: old.communeId, validTo: null } });
  const copies = new Map<string, string>();
  const rows = standing.flatMap((row) => {
    const villageId = villages.get(row.villageId);
    if (villageId === undefined) return [];
    const id = young.newId();
    copies.set(row.id, id);
    const from = fromDatabaseDay(row.validFrom);
    return [
      {
        id,
        villageId,
        validFrom: from > effectiveOn ? from : effectiveOn,
        isLongAbsent: row.isLongAbsent,
        code: row.code,
        lane: row.lane,
        head: openLabel(keys, old.communeId, row.headLabel),
        adults: row.adults,
        priorities: prioritiesOf(row),
      },
    ];
  });
  await insertHouseholds(tx, keys, young, rows);
  await tx.continuedUnit.createMany({
    data: [...copies].map(([from, householdId]) => ({ ...linkOf(act, "household", from), householdId })),
  });
  await tx.household.updateMany({
    where: { communeId: old.communeId, validTo: null, validFrom: { lt: toDatabaseDay(effectiveOn) } },
    data: { validTo: toDatabaseDay(lastDay) },
  });
  return copies;
}

interface Flags {
  readonly isElderly: boolean;
  readonly isDisabled: boolean;
  readonly isMinority: boolean;
  readonly isPoor: boolean;
  readonly isRemote: boolean;
}

function prioritiesOf(row: Flags): Priority[] {
  const flags: readonly (readonly [Priority, boolean])[] = [
    ["elderly", row.isElderly],
    ["disabled", row.isDisabled],
    ["minority", row.isMinority],
    ["poor", row.isPoor],
    ["remote", row.isRemote],
  ];
  return flags.filter(([, isSet]) => isSet).map(([priority]) => priority);
}
