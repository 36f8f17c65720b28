import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { type PlanSettings, settingsOfPreset } from "#app/domain/plan/plan-version.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { parsePlanSettings } from "./plan.schema.ts";

/** The rules of a day: whoever counts a past month asks for that month's day and gets what held then (J24). */
export function readSettingsOn(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  day: LocalDate,
): Promise<PlanSettings> {
  return platform.db.withCommunes(scope, (tx) => findSettingsOn(tx, onlyCommune(scope), day));
}

/** The version in force, of whichever plan; before the first one, what was chosen at set-up. */
export async function findSettingsOn(tx: Tx, communeId: number, day: LocalDate): Promise<PlanSettings> {
  const version = await tx.planVersion.findFirst({
    where: { communeId, effectiveOn: { lte: toDatabaseDay(day) } },
    orderBy: [{ effectiveOn: "desc" }, { publishedAt: "desc" }],
    select: { settings: true },
  });
  if (version) return parsePlanSettings(version.settings);
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const words = await findSetting(tx, communeId, "words");
  const cutoff = await findSetting(tx, communeId, "cutoff");
  return { ...settingsOfPreset(PRESETS[presetId]), words: words.value, cutoff: cutoff.value };
}
