import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { makeId } from "#app/domain/ids.ts";
import type { TaskView } from "#app/domain/plan-tasks/task-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { dropSchema, milestonesSchema, reportSchema, taskSchema } from "./plan-task.schema.ts";
import { dropTask, reportTask } from "./report-task.server.ts";
import { takeMilestones } from "./take-milestones.server.ts";
import { writeTask } from "./write-task.server.ts";

type TaskAnswer =
  | { readonly ok: true; readonly done: "luu" | "bao-cao" | "thoi" | "lay-moc" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

function may(caller: Caller, capability: Extract<Capability, `plan-task.${string}`>): boolean {
  const { actor, communeId, today } = caller;
  return communeId !== null && can(actor, capability, { communeId }, today).ok;
}

/** The office tells of every task; a sector office or a union of those it was asked to keep. */
export function mayReport(caller: Caller, task: Pick<TaskView, "keeperId" | "dropReason">): boolean {
  if (task.dropReason !== null) return false;
  return (
    may(caller, "plan-task.manage") ||
    (may(caller, "plan-task.report") && task.keeperId === caller.person.accountId)
  );
}

/** The forms of the board: a new task, or all the milestones of the preset at once. */
export async function answerBoardForm(caller: Caller, fields: FormData): Promise<TaskAnswer> {
  if (fields.get("act") === "milestones") {
    const form = await readForm(fields, milestonesSchema);
    if (!form.ok) return form;
    const verdict = await inRoster(caller, "plan-tasks.take-milestones", (tx, act) =>
      takeMilestones(tx, act, form.value.planId),
    );
    return answer(verdict, "lay-moc", form.values);
  }
  return saveTask(caller, fields);
}

export async function answerTaskForm(caller: Caller, task: TaskView, fields: FormData): Promise<TaskAnswer> {
  const act = fields.get("act");
  if (act === "report") return mayReport(caller, task) ? sayProgress(caller, task, fields) : null;
  if (!may(caller, "plan-task.manage")) return null;
  if (act === "save") return fields.get("id") === task.id ? saveTask(caller, fields) : null;
  if (act !== "drop") return null;
  const form = await readForm(fields, dropSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act } };
  const verdict = await inRoster(caller, "plan-tasks.drop", (tx, rosterAct) =>
    dropTask(tx, rosterAct, { taskId: task.id, reason: form.value.reason }),
  );
  return answer(verdict, "thoi", { ...form.values, act });
}

async function saveTask(caller: Caller, fields: FormData): Promise<TaskAnswer> {
  const form = await readForm(fields, taskSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act: "save" } };
  const verdict = await inRoster(caller, "plan-tasks.write", (tx, act) => writeTask(tx, act, form.value));
  return answer(verdict, "luu", { ...form.values, act: "save" });
}

async function sayProgress(caller: Caller, task: TaskView, fields: FormData): Promise<TaskAnswer> {
  const form = await readForm(fields, reportSchema);
  const values = { ...form.values, act: "report" };
  if (!form.ok) return { ok: false, problems: form.problems, values };
  const isContinuous = task.time.kind === "all_year";
  const { id, percent, month = null, note = null, link = null } = form.value;
  if (!isContinuous && percent === undefined)
    return { ok: false, problems: { percent: { code: "required" } }, values };
  if (isContinuous && month === null)
    return { ok: false, problems: { month: { code: "not_chosen" } }, values };
  const file = fields.get("file");
  let fileId: string | null = null;
  if (file instanceof Blob && file.size > 0) {
    const stored = await storeFile(caller, {
      id: makeId(caller.now.getTime(), caller.platform.random.bytes(10)),
      file,
    });
    if (!stored.ok) return { ok: false, problems: { file: bare(stored) }, values };
    fileId = stored.value.fileId;
  }
  const wish = {
    id,
    taskId: task.id,
    percent: isContinuous ? 100 : (percent ?? 0),
    month,
    note,
    link,
    fileId,
  };
  const verdict = await inRoster(caller, "plan-tasks.report", (tx, act) => reportTask(tx, act, wish));
  return answer(verdict, "bao-cao", values);
}

function answer(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: Extract<TaskAnswer, { ok: true }>["done"],
  values: FormValues,
): TaskAnswer {
  if (verdict.ok) return { ok: true, done };
  const rejection = bare(verdict);
  const field = FIELD_OF[rejection.code] ?? "form";
  return { ok: false, problems: { [field]: rejection }, values };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  plan_task_time_missing: "timeKind",
  plan_task_time_unreadable: "period",
  plan_task_month_not_its_own: "month",
  plan_task_evidence_missing: "note",
  plan_task_keeper_unknown: "keeperId",
};

function bare({ ok: _, ...rejection }: Rejection & { readonly ok: false }): Rejection {
  return rejection as Rejection;
}
