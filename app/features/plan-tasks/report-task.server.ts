import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { monthOf, type PlanTaskRefusal } from "#app/domain/plan-tasks/plan-task.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Act = RosterAct & { readonly actorId: string };

export interface TaskReportWish {
  /** Made before it is sent: sending twice is one report. */
  readonly id: string;
  readonly taskId: string;
  readonly percent: number;
  readonly month: number | null;
  readonly note: string | null;
  readonly link: string | null;
  readonly fileId: string | null;
}

interface TaskRow {
  readonly timeKind: string;
  readonly timeValue: string;
  readonly droppedAt: Date | null;
}

/** How far a task is, or the tick of one month of a continuous one. What was said before stays. */
export async function reportTask(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { taskId, ...wish }: TaskReportWish,
): Promise<
  Verdict<
    null,
    Extract<
      PlanTaskRefusal,
      { code: "plan_task_not_there" | "plan_task_month_not_its_own" | "plan_task_evidence_missing" }
    >
  >
> {
  const task = await tx.planTask.findUnique({
    where: { communeId_id: { communeId, id: taskId } },
    select: { timeKind: true, timeValue: true, droppedAt: true },
  });
  if (task === null || task.droppedAt !== null) return refused({ code: "plan_task_not_there" });
  if (!fitsMonth(task, wish.month, today)) return refused({ code: "plan_task_month_not_its_own" });
  const isFinished = wish.percent === 100;
  if (isFinished && wish.note === null && wish.link === null && wish.fileId === null)
    return refused({ code: "plan_task_evidence_missing" });
  await tx.planTaskReport.createMany({
    data: [{ communeId, taskId, ...wish, reportedBy: actorId, reportedAt: now }],
    skipDuplicates: true,
  });
  return allowed(null);
}

/** A continuous task is ticked for a month of its year that has begun; another has no months. */
function fitsMonth({ timeKind, timeValue }: TaskRow, month: number | null, today: LocalDate): boolean {
  if (timeKind !== "all_year") return month === null;
  return (
    month !== null && String(month).startsWith(timeValue) && month <= monthOf(today) && month % 100 <= 12
  );
}

/** The plan was changed and asks for it no more; it stays readable with the reason. */
export async function dropTask(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { taskId, reason }: { readonly taskId: string; readonly reason: string },
): Promise<Verdict<null, Extract<PlanTaskRefusal, { code: "plan_task_not_there" }>>> {
  const { count } = await tx.planTask.updateMany({
    where: { communeId, id: taskId, droppedAt: null },
    data: { droppedAt: now, droppedBy: actorId, dropReason: reason },
  });
  return count === 0 ? refused({ code: "plan_task_not_there" }) : allowed(null);
}
