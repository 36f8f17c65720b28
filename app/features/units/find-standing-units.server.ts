import type { StandingUnit, UnitKind } from "#app/domain/roster/unit-change.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Villages in natural order; teams under their villages. Ended ones are history and stand no more. */
export async function findStandingUnits(tx: Tx, communeId: number, unit: UnitKind): Promise<StandingUnit[]> {
  const rows =
    unit === "village"
      ? await tx.$queryRaw<(Omit<StandingUnit, "from" | "until"> & { from: Date })[]>`
          select id, name, valid_from as "from", 'commune' as place from village
           where commune_id = ${communeId} and valid_to is null
           order by sort_key, id`
      : await tx.$queryRaw<(Omit<StandingUnit, "from" | "until"> & { from: Date })[]>`
          select team.id, team.name, team.valid_from as "from",
                 concat_ws(':', team.kind, team.village_id, team.organisation_id) as place
            from team left join village on village.commune_id = team.commune_id and village.id = team.village_id
           where team.commune_id = ${communeId} and team.valid_to is null
           order by village.sort_key nulls last, team.name, team.id`;
  return rows.map((row) => ({ ...row, from: fromDatabaseDay(row.from), until: null }));
}

export function readStandingUnits(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  unit: UnitKind,
): Promise<StandingUnit[]> {
  return platform.db.withCommunes(scope, (tx) => findStandingUnits(tx, onlyCommune(scope), unit));
}
