import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { VillageKind } from "#app/domain/roster/commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { fromDatabaseDay } from "./database-day.ts";
import { onlyCommune } from "./only-commune.ts";

export interface VillageView {
  readonly id: number;
  readonly name: string;
  readonly kind: VillageKind;
  readonly revision: number;
  /** The newest count of each, null where nobody has counted. Missing is not zero. */
  readonly households: number | null;
  readonly adults: number | null;
  readonly countedOn: LocalDate | null;
}

interface VillageRow extends Omit<VillageView, "countedOn"> {
  readonly countedOn: Date | null;
}

export function readVillages(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<VillageView[]> {
  return platform.db.withCommunes(scope, (tx) => findVillages(tx, onlyCommune(scope)));
}

/** Those that stand, in natural Vietnamese order: Thôn 2 before Thôn 10. Merged and renamed ones are history. */
export async function findVillages(tx: Tx, communeId: number): Promise<VillageView[]> {
  const rows = await tx.$queryRaw<VillageRow[]>`
    select village.id, village.name, village.kind, village.revision,
           households.count as households, adults.count as adults,
           greatest(households.counted_on, adults.counted_on) as "countedOn"
      from village
      left join lateral (
        select c.households as count, c.counted_on from village_count c
         where c.commune_id = village.commune_id and c.village_id = village.id and c.households is not null
         order by c.counted_on desc limit 1) households on true
      left join lateral (
        select c.adults as count, c.counted_on from village_count c
         where c.commune_id = village.commune_id and c.village_id = village.id and c.adults is not null
         order by c.counted_on desc limit 1) adults on true
     where village.commune_id = ${communeId} and village.valid_to is null
     order by village.sort_key, village.name_key, village.id`;
  return rows.map((row) => ({ ...row, countedOn: row.countedOn && fromDatabaseDay(row.countedOn) }));
}
