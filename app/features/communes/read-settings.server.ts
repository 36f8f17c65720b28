import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type CommuneSettings, parseSetting, type SettingSection } from "./commune-settings.ts";
import { onlyCommune } from "./only-commune.ts";

export interface Setting<Section extends SettingSection> {
  readonly value: CommuneSettings[Section];
  /** Handed back when saving, so that an edit of an older value is noticed. */
  readonly revision: number;
}

export function readSetting<Section extends SettingSection>(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  section: Section,
): Promise<Setting<Section>> {
  return platform.db.withCommunes(scope, (tx) => findSetting(tx, onlyCommune(scope), section));
}

export async function findSetting<Section extends SettingSection>(
  tx: Tx,
  communeId: number,
  section: Section,
): Promise<Setting<Section>> {
  const row = await tx.communeSetting.findUniqueOrThrow({
    where: { communeId_section: { communeId, section } },
    select: { value: true, revision: true },
  });
  return { value: parseSetting(section, row.value), revision: row.revision };
}
