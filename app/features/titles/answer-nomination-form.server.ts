import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { recogniseTitle } from "./grant-title.server.ts";
import { answerRevocation, askRevocation } from "./revoke-title.server.ts";
import { sayWord } from "./say-word.server.ts";
import { recognitionSchema, revocationSchema, wordSchema } from "./titles.schema.ts";

/** What one button of a title's page came to; null: no such button, or not for this person. */
export type TitleAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The buttons of a nomination. Whoever takes a title back has proved freshly who they are before this is asked. */
export async function answerNominationForm(
  caller: Caller,
  nominationId: string,
  fields: FormData,
): Promise<TitleAnswer> {
  const act = fields.get("act");
  if (act === "recognise") {
    const form = await readForm(fields, recognitionSchema);
    if (!form.ok) return withAct(form, act);
    const verdict = await recogniseTitle(caller, { nominationId, ...form.value });
    return answer(verdict, "cong-nhan", form.values, act);
  }
  if (act !== "approve" && act !== "reject" && act !== "withdraw")
    return answerRevocationForm(caller, nominationId, fields);
  const form = await readForm(fields, wordSchema);
  if (!form.ok) return withAct(form, act);
  const { id, reason = null } = form.value;
  if (act !== "approve" || !fields.has("number")) {
    const verdict = await sayWord(caller, { id, nominationId, kind: act, reason, recognition: null });
    return answer(verdict, "y-kien", form.values, act);
  }
  const decision = await readForm(fields, recognitionSchema);
  if (!decision.ok) return withAct(decision, act);
  const recognition = decision.value;
  const verdict = await sayWord(caller, { id, nominationId, kind: act, reason, recognition });
  return answer(verdict, "cong-nhan", decision.values, act);
}

/** The buttons by which a title of record is taken back. */
export async function answerRevocationForm(
  caller: Caller,
  awardId: string,
  fields: FormData,
): Promise<TitleAnswer> {
  const act = fields.get("act");
  if (act === "revoke" || act === "keep") {
    const word = act === "revoke" ? "revoked" : "kept";
    return answer(await answerRevocation(caller, { awardId, verdict: word }), "tra-loi-thu-hoi", {}, act);
  }
  if (act !== "ask-revocation") return null;
  const form = await readForm(fields, revocationSchema);
  if (!form.ok) return withAct(form, act);
  const verdict = await askRevocation(caller, { awardId, ...form.value });
  return answer(verdict, "de-nghi-thu-hoi", form.values, act);
}

const FIELDS: Partial<Record<Rejection["code"], string>> = {
  required: "reason",
  title_number_malformed: "number",
  title_date_in_future: "date",
  title_date_too_early: "date",
};

function answer(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: string,
  values: FormValues,
  act: string,
): TitleAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...rejection } = verdict;
  return {
    ok: false,
    problems: { [FIELDS[rejection.code] ?? "form"]: rejection },
    values: { ...values, act },
  };
}

function withAct(
  form: { readonly problems: FormProblems; readonly values: FormValues },
  act: string,
): TitleAnswer {
  return { ok: false, problems: form.problems, values: { ...form.values, act } };
}
