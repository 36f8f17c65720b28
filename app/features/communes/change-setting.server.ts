import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import {
  type CommuneSettings,
  isSameSetting,
  parseSetting,
  type SettingSection,
} from "./commune-settings.ts";
import { onlyCommune } from "./only-commune.ts";
import { findSetting } from "./read-settings.server.ts";

export interface SettingChange<Section extends SettingSection> {
  readonly section: Section;
  readonly value: CommuneSettings[Section];
  /** The revision the person was looking at. */
  readonly seenRevision: number;
}

export type ChangedMeanwhile = Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/** Saves one section, unless somebody saved another value since it was read. Saving twice is saving once. */
export async function changeSetting<Section extends SettingSection>(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  change: SettingChange<Section>,
): Promise<Verdict<{ revision: number }, ChangedMeanwhile>> {
  return platform.db.withCommunes(scope, async (tx) => {
    const verdict = await writeSetting(tx, scope, change, platform.clock.now());
    if (verdict.ok) await platform.live.touch(tx, `commune:${onlyCommune(scope)}`);
    return verdict;
  });
}

/** The same inside a larger change. */
export async function writeSetting<Section extends SettingSection>(
  tx: Tx,
  scope: CommuneScope,
  { section, value, seenRevision }: SettingChange<Section>,
  now: Date,
): Promise<Verdict<{ revision: number }, ChangedMeanwhile>> {
  const communeId = onlyCommune(scope);
  await tx.$executeRaw`select from commune_setting where commune_id = ${communeId} and section = ${section} for update`;
  const stored = await findSetting(tx, communeId, section);
  if (isSameSetting(section, stored.value, value)) return allowed({ revision: stored.revision });
  if (stored.revision !== seenRevision) return refused({ code: "changed_meanwhile" });
  const revision = seenRevision + 1;
  await tx.communeSetting.update({
    where: { communeId_section: { communeId, section } },
    data: {
      value: parseSetting(section, value) as object as Prisma.InputJsonObject,
      revision,
      changedBy: scope.actorId,
      changedAt: now,
    },
  });
  return allowed({ revision });
}
