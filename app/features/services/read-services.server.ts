import { isOffered, type ServiceEntry, type ServiceKind } from "#app/domain/activity/service.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Pillar } from "#app/domain/plan/activity-proposal.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ensureServices } from "./ensure-services.server.ts";

export interface ServiceLine extends ServiceEntry {
  readonly revision: number;
}

/** What work of a day may name, in the office's order. */
export async function readServices(tx: Tx, communeId: number, day: LocalDate): Promise<ServiceLine[]> {
  return (await findServices(tx, communeId)).filter((service) => isOffered(service, day));
}

/** Retired ones as well: the names of work that was done with them (C18). */
export async function findServices(tx: Tx, communeId: number): Promise<ServiceLine[]> {
  await ensureServices(tx, communeId);
  const rows = await tx.service.findMany({
    where: { communeId },
    orderBy: [{ position: "asc" }, { key: "asc" }],
    select: {
      key: true,
      name: true,
      kind: true,
      pillar: true,
      sector: true,
      inQuota: true,
      isProject06: true,
      retiredOn: true,
      revision: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ServiceKind,
    pillar: row.pillar as Pillar,
    retiredOn: row.retiredOn && fromDatabaseDay(row.retiredOn),
  }));
}

export function readCatalogue(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<ServiceLine[]> {
  return platform.db.withCommunes(scope, (tx) => findServices(tx, onlyCommune(scope)));
}
