import type { OnePart, OrderRefusal } from "#app/domain/orders/order.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { giveToMembers, giveToTeams, withdrawOrder } from "./give-order.server.ts";
import {
  memberOrderSchema,
  progressSchema,
  stepSchema,
  teamOrderSchema,
  timeSchema,
  withdrawSchema,
} from "./order.schema.ts";
import { ledTeams } from "./order-reach.ts";
import { type PartStep, stepPart } from "./step-part.server.ts";

type Answer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

export async function answerMemberOrder(caller: Caller, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, memberOrderSchema);
  if (!form.ok) return form;
  const { detail = null, activityKey = null, planTaskId = null, ...wish } = form.value;
  if (!ledTeams(caller).has(wish.teamId)) return null;
  const verdict = await inRoster(caller, "orders.give-members", (tx, act) =>
    giveToMembers(tx, act, { ...wish, detail, activityKey, planTaskId }),
  );
  return answer(verdict, "giao", form.values, "memberIds");
}

export async function answerTeamOrder(caller: Caller, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, teamOrderSchema);
  if (!form.ok) return form;
  const { detail = null, activityKey = null, planTaskId = null, ...wish } = form.value;
  const verdict = await inRoster(caller, "orders.give-teams", (tx, act) =>
    giveToTeams(tx, act, { ...wish, detail, activityKey, planTaskId }),
  );
  return answer(verdict, "giao", form.values, "teamIds");
}

export async function answerWithdrawal(caller: Caller, orderId: string, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, withdrawSchema);
  if (!form.ok) return form;
  const verdict = await inRoster(caller, "orders.withdraw", (tx, act) =>
    withdrawOrder(tx, act, { orderId, reason: form.value.reason }),
  );
  return answer(verdict, "rut", form.values);
}

/** The buttons of one part; null: no such button, or not for this person. */
export async function answerPartForm(caller: Caller, part: OnePart, fields: FormData): Promise<Answer> {
  const act = String(fields.get("act"));
  const read = await readStep(act, part, fields);
  if (read === null || !("step" in read)) return read;
  const verdict = await inRoster(caller, `orders.${read.step.kind}`, (tx, rosterAct) =>
    stepPart(tx, rosterAct, part.id, read.step),
  );
  return answer(verdict, act, { ...read.values, act });
}

async function readStep(
  act: string,
  { may }: OnePart,
  fields: FormData,
): Promise<{ readonly step: PartStep; readonly values: FormValues } | Answer> {
  if (act === "progress") {
    if (!may.perform) return null;
    const form = await readForm(fields, progressSchema);
    if (!form.ok) return { ...form, values: { ...form.values, act } };
    return { step: { kind: "progress", note: null, ...form.value }, values: form.values };
  }
  if (act === "ask-time") {
    if (!may.perform) return null;
    const form = await readForm(fields, timeSchema);
    if (!form.ok) return { ...form, values: { ...form.values, act } };
    return { step: { kind: "asked_time", ...form.value }, values: form.values };
  }
  const plain = Object.hasOwn(PLAIN, act) ? PLAIN[act] : undefined;
  if (plain === undefined || !(plain === "seen" ? may.perform : may.direct)) return null;
  const form = await readForm(fields, stepSchema);
  return form.ok ? { step: { kind: plain, id: form.value.id }, values: {} } : form;
}

const PLAIN: Readonly<Record<string, PartStep["kind"]>> = {
  seen: "seen",
  "give-time": "gave_time",
  "keep-time": "kept_time",
  remind: "reminded",
};

function answer(
  verdict: Verdict<null, OrderRefusal>,
  done: string,
  values: FormValues,
  whom = "form",
): Answer {
  if (verdict.ok) return { ok: true, done };
  const { ok: _, ...problem } = verdict;
  const fieldOf: Partial<Record<OrderRefusal["code"], string>> = {
    order_due_in_past: "dueOn",
    order_nobody_chosen: whom,
    order_task_not_there: "planTaskId",
    order_time_not_later: "day",
  };
  return { ok: false, problems: { [fieldOf[problem.code] ?? "form"]: problem }, values };
}
