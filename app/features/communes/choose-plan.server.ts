import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { markStep } from "./mark-step.server.ts";
import { onlyCommune } from "./only-commune.ts";
import { settingsOfPlan } from "./plan-settings.ts";

/** Another plan while set-up lasts. Sections somebody already edited keep what was typed. */
export async function choosePlan(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  presetId: PresetId,
): Promise<Verdict<null, Extract<SetupRefusal, { code: "plan_fixed_after_setup" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const now = platform.clock.now();
    const [row] = await tx.$queryRaw<{ presetId: string; isSetUp: boolean; name: string }[]>`
      select preset_id as "presetId", set_up_at is not null as "isSetUp", name from commune where id = ${communeId} for update`;
    if (!row) throw new Error(`there is no commune ${communeId} in this scope`);
    if (row.presetId !== presetId) {
      if (row.isSetUp) return refused({ code: "plan_fixed_after_setup" });
      const plan = PRESETS[presetId];
      const kind = row.name === "" ? { kind: plan.communeKind } : {};
      await tx.commune.update({
        where: { id: communeId },
        data: { presetId, ...kind, revision: { increment: 1 } },
      });
      for (const [section, value] of Object.entries(settingsOfPlan(plan))) {
        // Revision 1 is the earlier plan's own proposal: nobody typed it.
        await tx.communeSetting.updateMany({
          where: { communeId, section, revision: 1 },
          data: { value: { ...value }, changedBy: scope.actorId, changedAt: now },
        });
      }
    }
    await markStep(tx, scope, "plan", now);
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
