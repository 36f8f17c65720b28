import type { ActorRefusal } from "#app/domain/actors/actor.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { endingSchema, newActorSchema, renamingSchema } from "./actor.schema.ts";
import { endActor } from "./end-actor.server.ts";
import { nameActor, renameActor } from "./name-actor.server.ts";

export type ActorAnswer =
  | { readonly ok: true; readonly done: "luu" | "thoi" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** The buttons "add", "rename" and "end" of the list. */
export async function answerActorForm(caller: Caller, fields: FormData): Promise<ActorAnswer> {
  switch (fields.get("act")) {
    case "end": {
      const form = await readForm(fields, endingSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "actors.end", (tx, act) => endActor(tx, act, form.value.id));
      return answer(verdict, "thoi", form.values);
    }
    case "rename": {
      const form = await readForm(fields, renamingSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "actors.rename", (tx, act) => renameActor(tx, act, form.value));
      return answer(verdict, "luu", form.values);
    }
    default: {
      const form = await readForm(fields, newActorSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "actors.name", (tx, act) => nameActor(tx, act, form.value));
      return answer(verdict, "luu", form.values);
    }
  }
}

function answer(verdict: Verdict<null, ActorRefusal>, done: "luu" | "thoi", values: FormValues): ActorAnswer {
  if (verdict.ok) return { ok: true, done };
  const { ok: _, ...problem } = verdict;
  const field = problem.code === "actor_name_taken" ? "name" : "form";
  return { ok: false, problems: { [field]: problem }, values };
}
