import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { type CommuneKind, isCommuneKind, type Regulation } from "#app/domain/roster/commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { fromDatabaseDay } from "./database-day.ts";
import { onlyCommune } from "./only-commune.ts";

export interface CommuneView {
  readonly id: number;
  readonly kind: CommuneKind;
  /** Empty until set-up has reached it. */
  readonly name: string;
  readonly province: string;
  readonly code: string | null;
  readonly presetId: PresetId;
  readonly regulation: Regulation | null;
  readonly isTrial: boolean;
  readonly isSetUp: boolean;
  readonly revision: number;
}

export function readCommune(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<CommuneView> {
  return platform.db.withCommunes(scope, (tx) => findCommune(tx, onlyCommune(scope)));
}

export async function findCommune(tx: Tx, communeId: number): Promise<CommuneView> {
  const row = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: {
      kind: true,
      name: true,
      province: true,
      code: true,
      presetId: true,
      regulationNumber: true,
      regulationDate: true,
      trial: true,
      setUpAt: true,
      revision: true,
    },
  });
  if (!isCommuneKind(row.kind) || !isPresetId(row.presetId)) {
    throw new Error(`commune ${communeId} is of a kind or a plan this program does not know`);
  }
  return {
    id: communeId,
    kind: row.kind,
    name: row.name,
    province: row.province,
    code: row.code,
    presetId: row.presetId,
    regulation:
      row.regulationNumber !== null && row.regulationDate !== null
        ? { number: row.regulationNumber, date: fromDatabaseDay(row.regulationDate) }
        : null,
    isTrial: row.trial,
    isSetUp: row.setUpAt !== null,
    revision: row.revision,
  };
}
