import type { CutoffRefusal } from "#app/domain/calendar/cutoff.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { judgePublication, type PlanVersionRefusal } from "#app/domain/plan/plan-version.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { findSettingsOn } from "./find-settings-on.server.ts";
import { parsePlanSettings } from "./plan.schema.ts";

export type PublishRefusal =
  | CutoffRefusal
  | PlanVersionRefusal
  | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

export interface Publication {
  readonly planId: string;
  readonly effectiveOn: LocalDate;
  readonly note: string | null;
  /** The draft the officer looked at: what is published is what was read. */
  readonly revision: number;
}

/** J24: the draft becomes a version that begins with a coming month. Versions are added, never changed. */
export async function publishVersion(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  { planId, effectiveOn, note, revision }: Publication,
): Promise<Verdict<{ version: number }, PublishRefusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  return platform.db.withCommunes(scope, async (tx) => {
    // Versions of all plans of the commune stand in one line of days.
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const plan = await tx.plan.findUnique({ where: { communeId_id: { communeId, id: planId } } });
    const draft = await tx.planDraft.findUnique({ where: { communeId_planId: { communeId, planId } } });
    if (!plan || !draft) return refused({ code: "plan_not_there" });
    const versions = await tx.planVersion.findMany({
      where: { communeId },
      orderBy: { effectiveOn: "asc" },
      select: { planId: true, version: true, effectiveOn: true },
    });
    const own = versions.filter((version) => version.planId === planId);
    const last = versions.at(-1);
    const repeated = own.find((version) => fromDatabaseDay(version.effectiveOn) === effectiveOn);
    if (draft.revision !== revision) return refused({ code: "changed_meanwhile" });
    const today = localDateAt(now.getTime());
    const settings = parsePlanSettings(draft.settings);
    const lastEffectiveOn = last ? fromDatabaseDay(last.effectiveOn) : null;
    const current = await findSettingsOn(tx, communeId, lastEffectiveOn ?? today);
    if (repeated && JSON.stringify(parsePlanSettings(current)) === JSON.stringify(settings)) {
      return allowed({ version: repeated.version });
    }
    const verdict = judgePublication(settings, effectiveOn, {
      today,
      current,
      // Another plan's version may carry the same settings into a new plan: that is a change of its own.
      lastEffectiveOn,
      endsOn: fromDatabaseDay(plan.endsOn),
    });
    const isFirstOfPlan = own.length === 0 && !verdict.ok && verdict.code === "plan_version_unchanged";
    if (!verdict.ok && !isFirstOfPlan) return verdict;
    const version = (own.at(-1)?.version ?? 0) + 1;
    await tx.planVersion.createMany({
      data: {
        communeId,
        planId,
        version,
        effectiveOn: toDatabaseDay(effectiveOn),
        settings: settings as object as Prisma.InputJsonObject,
        note,
        publishedBy: scope.actorId,
        publishedAt: now,
      },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ version });
  });
}
