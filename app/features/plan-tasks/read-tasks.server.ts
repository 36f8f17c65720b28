import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import {
  progressOf,
  type TaskProgress,
  type TaskTime,
  timeOf,
  workByUnit,
} from "#app/domain/plan-tasks/plan-task.ts";
import type { TaskBoard, TaskReportView, TaskView } from "#app/domain/plan-tasks/task-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findKeepers } from "./find-keepers.server.ts";

interface TaskRow extends Omit<TaskView, "time" | "since" | "reports" | keyof TaskProgress> {
  readonly timeKind: TaskTime["kind"];
  readonly timeValue: string;
  readonly enteredOn: LocalDate;
  readonly planStart: LocalDate;
  readonly reports: readonly (Omit<TaskReportView, "on"> & { readonly at: number })[];
}

async function findTasks(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  taskId: string | null = null,
): Promise<TaskView[]> {
  const rows = await tx.$queryRaw<TaskRow[]>`
    select t.id, t.plan_id as "planId", p.number as "planNumber", t.content, t.time_kind as "timeKind",
           t.time_value as "timeValue", t.last_day::text as "lastDay", t.lead_unit as "leadUnit",
           t.coordinating_units as "coordinatingUnits", t.keeper_id as "keeperId", k.display_name as "keeperName",
           t.revision, t.drop_reason as "dropReason", p.starts_on::text as "planStart",
           (t.entered_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "enteredOn",
           coalesce((select json_agg(json_build_object(
                       'id', r.id, 'percent', r.percent, 'month', r.month, 'note', r.note, 'link', r.link,
                       'fileId', r.file_id, 'fileName', f.name, 'by', a.display_name,
                       'at', extract(epoch from r.reported_at) * 1000) order by r.reported_at, r.id)
                       from plan_task_report r
                       join account a on a.id = r.reported_by
                       left join stored_file f on f.commune_id = r.commune_id and f.id = r.file_id
                      where r.commune_id = t.commune_id and r.task_id = t.id), '[]') as reports
      from plan_task t
      join plan p on p.commune_id = t.commune_id and p.id = t.plan_id
      left join account k on k.id = t.keeper_id
     where t.commune_id = ${communeId}
       and (t.id = ${taskId}::uuid or (${taskId}::uuid is null and t.dropped_at is null))
     order by t.last_day, t.entered_at, t.id`;
  return rows.map((row) => viewOf(row, today));
}

function viewOf(
  { timeKind, timeValue, enteredOn, planStart, reports, ...row }: TaskRow,
  today: LocalDate,
): TaskView {
  const time = timeOf(timeKind, timeValue);
  if (time === null) throw new Error(`the database holds a time of a task nobody can read: ${timeValue}`);
  const since = enteredOn > planStart ? enteredOn : planStart;
  const told = reports.map(({ at, ...report }) => ({ ...report, on: localDateAt(at) }));
  return { ...row, time, since, reports: told, ...progressOf({ time, since, reports: told }, today) };
}

export function readTaskBoard(caller: Caller): Promise<TaskBoard> {
  const scope = caller.scope("plan-tasks.read-board");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const tasks = await findTasks(tx, communeId, caller.today);
    const units = workByUnit(tasks);
    const bodies = await tx.$queryRaw<{ name: string }[]>`
      select name from organisation
       where commune_id = ${communeId} and (valid_to is null or valid_to >= ${caller.today}::date) order by name`;
    return {
      tasks,
      units,
      plans: await tx.plan.findMany({
        where: { communeId },
        orderBy: [{ issuedOn: "desc" }, { id: "asc" }],
        select: { id: true, number: true, title: true },
      }),
      keepers: await findKeepers(tx, communeId, caller.today),
      unitNames: [...new Set([...units.map(({ unit }) => unit), ...bodies.map(({ name }) => name)])],
    };
  });
}

/** One task with its history, dropped or not; null where there is none. */
export function readTask(caller: Caller, taskId: string): Promise<TaskView | null> {
  const scope = caller.scope("plan-tasks.read");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [task] = await findTasks(tx, onlyCommune(scope), caller.today, taskId);
    return task ?? null;
  });
}
