import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { SERVICES } from "#prisma/presets/service-catalogue.ts";

/** Whoever reads a commune's catalogue first writes what its plan names. Entries the office took over are left alone. */
export async function ensureServices(tx: Tx, communeId: number): Promise<void> {
  if ((await tx.service.count({ where: { communeId } })) > 0) return;
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  await tx.service.createMany({
    data: SERVICES[presetId].map((entry, position) => ({
      ...entry,
      communeId,
      retiredOn: entry.retiredOn && toDatabaseDay(entry.retiredOn),
      position,
    })),
    skipDuplicates: true,
  });
}
