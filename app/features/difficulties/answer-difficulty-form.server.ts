import type { OneDifficulty } from "#app/domain/difficulties/difficulty-view.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { handleSchema, raiseSchema, routeOneSchema } from "./difficulty.schema.ts";
import { readRoutes } from "./difficulty-routes.server.ts";
import { type HandlingKind, handleDifficulty, routeDifficulty } from "./handle-difficulty.server.ts";
import { raiseDifficulty } from "./raise-difficulty.server.ts";

type Answer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

const HANDLINGS: Readonly<Record<string, HandlingKind>> = {
  answer: "answered",
  escalate: "escalated",
  "give-back": "returned",
  note: "noted",
  reopen: "reopened",
};

export async function answerRaiseForm(caller: Caller, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, raiseSchema);
  if (!form.ok) return form;
  return answer(await raiseDifficulty(caller, form.value), "ghi", form.values);
}

/** The buttons of one difficulty; null: no such button, or not for this person. */
export async function answerDifficultyForm(
  caller: Caller,
  difficulty: OneDifficulty,
  fields: FormData,
): Promise<Answer> {
  const act = String(fields.get("act"));
  if (act === "route") return difficulty.may.route ? route(caller, difficulty.id, fields) : null;
  const kind = Object.hasOwn(HANDLINGS, act) ? HANDLINGS[act] : undefined;
  if (kind === undefined || !(kind === "reopened" ? difficulty.may.reopen : difficulty.may.handle))
    return null;
  const form = await readForm(fields, handleSchema);
  const values = { ...form.values, act };
  if (!form.ok) return { ...form, values };
  const verdict = await inRoster(caller, `difficulties.${kind}`, (tx, rosterAct) =>
    handleDifficulty(tx, rosterAct, difficulty, { kind, ...form.value }),
  );
  return answer(verdict, "xu-ly", values);
}

async function route(caller: Caller, difficultyId: string, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, routeOneSchema);
  const values = { ...form.values, act: "route" };
  if (!form.ok) return { ...form, values };
  const { ownerId = null } = form.value;
  if (ownerId !== null && !(await readRoutes(caller)).keepers.some(({ id }) => id === ownerId))
    return { ok: false, problems: { ownerId: { code: "not_chosen" } }, values };
  const verdict = await inRoster(caller, "difficulties.route", (tx, act) =>
    routeDifficulty(tx, act, difficultyId, { ...form.value, ownerId }),
  );
  return answer(verdict, "chuyen", values);
}

function answer(
  verdict: Verdict<null, Extract<Rejection, { code: `difficulty_${string}` | "required" }>>,
  done: string,
  values: FormValues,
): Answer {
  if (verdict.ok) return { ok: true, done };
  const { ok: _, ...problem } = verdict;
  const field =
    problem.code === "difficulty_due_in_past"
      ? "dueOn"
      : problem.code === "difficulty_plan_missing"
        ? "field"
        : problem.code === "required"
          ? "unitName"
          : "form";
  return { ok: false, problems: { [field]: problem }, values };
}
