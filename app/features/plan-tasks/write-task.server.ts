import type { z } from "zod";
import {
  lastDayOfTask,
  type PlanTaskRefusal,
  type TaskTime,
  timeOf,
  valueOfTime,
} from "#app/domain/plan-tasks/plan-task.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findKeepers } from "./find-keepers.server.ts";
import type { taskSchema } from "./plan-task.schema.ts";

type Act = RosterAct & { readonly actorId: string };
type TaskForm = z.output<typeof taskSchema>;
type WriteRefusal =
  | Extract<
      PlanTaskRefusal,
      {
        code:
          | "plan_task_time_missing"
          | "plan_task_time_unreadable"
          | "plan_task_not_there"
          | "plan_task_keeper_unknown";
      }
    >
  | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/** Adds a task, or changes the one of that id. Sending twice is sending once. */
export async function writeTask(tx: Tx, act: Act, form: TaskForm): Promise<Verdict<null, WriteRefusal>> {
  const { communeId, actorId, now, today } = act;
  const time = readTime(form);
  if (!time.ok) return time;
  const lastDay = lastDayOfTask(time.value);
  if (lastDay === null) return refused({ code: "plan_task_time_unreadable" });
  const { id, planId, content, leadUnit, coordinatingUnits = [], keeperId = null, revision } = form;
  const plan = await tx.plan.count({ where: { communeId, id: planId } });
  if (plan === 0) return refused({ code: "plan_task_not_there" });
  const keepers = keeperId === null ? [] : await findKeepers(tx, communeId, today);
  if (keeperId !== null && !keepers.some((keeper) => keeper.id === keeperId))
    return refused({ code: "plan_task_keeper_unknown" });
  const row = {
    planId,
    content,
    timeKind: time.value.kind,
    timeValue: valueOfTime(time.value),
    lastDay: toDatabaseDay(lastDay),
    leadUnit,
    coordinatingUnits: coordinatingUnits.filter((unit) => unit !== leadUnit),
    keeperId,
  };
  const known = await tx.planTask.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { revision: true, droppedAt: true },
  });
  if (known === null) {
    if (revision > 0) return refused({ code: "plan_task_not_there" });
    await tx.planTask.createMany({
      data: [{ communeId, id, ...row, enteredBy: actorId, enteredAt: now }],
      skipDuplicates: true,
    });
    return allowed(null);
  }
  if (revision === 0) return allowed(null);
  if (known.droppedAt !== null) return refused({ code: "plan_task_not_there" });
  const { count } = await tx.planTask.updateMany({
    where: { communeId, id, revision },
    data: { ...row, revision: revision + 1 },
  });
  return count === 0 ? refused({ code: "changed_meanwhile" }) : allowed(null);
}

function readTime({ timeKind, day, period, year }: TaskForm): Verdict<TaskTime, WriteRefusal> {
  const typed = timeKind === "within" ? period : timeKind === "all_year" ? year && String(year) : day;
  if (typed === undefined || typed === "") return refused({ code: "plan_task_time_missing" });
  const time = timeOf(timeKind, periodKey(String(typed)));
  return time === null ? refused({ code: "plan_task_time_unreadable" }) : allowed(time);
}

/** "6/2026", "Q1/2026" and "quý 1/2026" beside the key itself. */
function periodKey(typed: string): string {
  const month = /^(\d{1,2})\/(\d{4})$/.exec(typed);
  if (month) return `${month[2]}-${(month[1] ?? "").padStart(2, "0")}`;
  const quarter = /^(?:q|quý|quy)\s*([1-4])[/\s-]+(\d{4})$/i.exec(typed);
  return quarter ? `${quarter[2]}-Q${quarter[1]}` : typed.toUpperCase();
}
