import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { claimCertificate, claimSession } from "./claim-own-training.server.ts";
import { askExcuse } from "./keep-roll.server.ts";
import { decisionSchema, ownExcuseSchema } from "./training.schema.ts";

export type TrainingAnswer<Done extends string> =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  /** No such button, or not this person's. */
  | null;

/** The buttons of a member's own training: leave asked for, points of a session or a certificate recorded. */
export async function answerOwnTraining(
  caller: Caller,
  fields: FormData,
): Promise<TrainingAnswer<"xin-nghi" | "ghi-diem">> {
  const act = fields.get("act");
  if (act === "excuse") {
    const form = await readForm(fields, ownExcuseSchema);
    if (!form.ok) return form;
    return answerOf(await askExcuse(caller, form.value), "xin-nghi", form.values);
  }
  if (act !== "claim-session" && act !== "claim-certificate") return null;
  const form = await readForm(fields, decisionSchema);
  if (!form.ok) return form;
  const claim = act === "claim-session" ? claimSession : claimCertificate;
  return answerOf(await claim(caller, form.value.id), "ghi-diem", form.values);
}

/** "Not yours" is no page; every other refusal stands over the form. */
export function answerOf<Done extends string>(
  verdict: { readonly ok: true } | ({ readonly ok: false } & NonNullable<FormProblems["form"]>),
  done: Done,
  values: FormValues,
): TrainingAnswer<Done> {
  if (verdict.ok) return { ok: true, done };
  const { ok: _, ...problem } = verdict;
  if (problem.code === "not_permitted") return null;
  return { ok: false, problems: { form: problem }, values };
}
