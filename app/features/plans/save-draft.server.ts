import type { CutoffRefusal } from "#app/domain/calendar/cutoff.ts";
import {
  judgePlanSettings,
  type PlanSettings,
  type PlanVersionRefusal,
} from "#app/domain/plan/plan-version.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { parsePlanSettings } from "./plan.schema.ts";

export type DraftRefusal =
  | CutoffRefusal
  | Extract<PlanVersionRefusal, { code: "plan_not_there" | "plan_team_sizes_crossed" }>
  | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/** Two officers who write at once lose nothing: the second is told, and sees both before saving again. */
export async function saveDraft(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  {
    planId,
    settings,
    revision,
  }: { readonly planId: string; readonly settings: PlanSettings; readonly revision: number },
): Promise<Verdict<{ revision: number }, DraftRefusal>> {
  const communeId = onlyCommune(scope);
  const changedBy = scope.actorId;
  if (changedBy === null) throw new Error("a draft is written by a person");
  const judged = judgePlanSettings(settings);
  if (!judged.ok) return judged;
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from plan_draft where commune_id = ${communeId} and plan_id = ${planId}::uuid for update`;
    const stored = await tx.planDraft.findUnique({ where: { communeId_planId: { communeId, planId } } });
    if (!stored) return refused({ code: "plan_not_there" });
    const isSame =
      JSON.stringify(parsePlanSettings(stored.settings)) === JSON.stringify(parsePlanSettings(settings));
    if (isSame) return allowed({ revision: stored.revision });
    if (stored.revision !== revision) return refused({ code: "changed_meanwhile" });
    await tx.planDraft.update({
      where: { communeId_planId: { communeId, planId } },
      data: {
        settings: parsePlanSettings(settings) as object as Prisma.InputJsonObject,
        revision: revision + 1,
        changedBy,
        changedAt: platform.clock.now(),
      },
      select: { planId: true },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ revision: revision + 1 });
  });
}
