import { lastDayOfMilestone } from "#app/domain/plan/milestone.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { type PlanTaskRefusal, valueOfTime } from "#app/domain/plan-tasks/plan-task.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

/** The milestones of the commune's preset as tasks of one of its plans; those taken before are left as they are. */
export async function takeMilestones(
  tx: Tx,
  { communeId, actorId, now, newId }: RosterAct & { readonly actorId: string },
  planId: string,
): Promise<Verdict<{ readonly count: number }, Extract<PlanTaskRefusal, { code: "plan_task_not_there" }>>> {
  const plan = await tx.plan.findUnique({
    where: { communeId_id: { communeId, id: planId } },
    select: { id: true },
  });
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!plan || presetId === null || !isPresetId(presetId)) return refused({ code: "plan_task_not_there" });
  const { count } = await tx.planTask.createMany({
    data: PRESETS[presetId].milestones.flatMap(({ key, text, time, leadUnit, coordinatingUnits }) => {
      const lastDay = lastDayOfMilestone(time);
      if (lastDay === null) return [];
      return {
        communeId,
        id: newId(),
        planId,
        milestoneKey: key,
        content: text,
        timeKind: time.kind,
        timeValue: valueOfTime(time),
        lastDay: toDatabaseDay(lastDay),
        leadUnit,
        coordinatingUnits: [...coordinatingUnits],
        enteredBy: actorId,
        enteredAt: now,
      };
    }),
    skipDuplicates: true,
  });
  return allowed({ count });
}
