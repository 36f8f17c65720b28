import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import {
  answerRevocationForm,
  type TitleAnswer,
} from "#app/features/titles/answer-nomination-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { checkFamily } from "./check-family.server.ts";
import { declareFamily } from "./declare-family.server.ts";
import { declarationSchema, familyCheckSchema } from "./family.schema.ts";
import type { FamilyView } from "./read-family.server.ts";

/** The buttons of a household's checklist; null: no such button, or not for this person. */
export async function answerFamilyForm(
  caller: Caller,
  family: FamilyView,
  fields: FormData,
): Promise<TitleAnswer> {
  const { householdId, may } = family;
  const act = fields.get("act");
  if (act === "declare") {
    const form = await readForm(fields, declarationSchema);
    if (!form.ok) return { ok: false, problems: form.problems, values: { ...form.values, act } };
    const { id, items, channel = "phone", declaredOn } = form.value;
    const verdict = await declareFamily(caller, {
      id,
      householdId,
      items,
      channel: may.onPaper ? channel : "phone",
      declaredOn: may.onPaper ? (declaredOn ?? caller.today) : caller.today,
    });
    return answer(verdict, "khai", { ...form.values, act });
  }
  if (act === "check") {
    const form = await readForm(fields, familyCheckSchema);
    if (!form.ok) return { ok: false, problems: form.problems, values: { ...form.values, act } };
    const { declarationId, items, note = null } = form.value;
    const verdict = await checkFamily(caller, { householdId, declarationId, items, note });
    return answer(verdict, "xac-nhan", { ...form.values, act });
  }
  return family.award ? answerRevocationForm(caller, family.award.id, fields) : null;
}

function answer(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: string,
  values: Extract<TitleAnswer, { ok: false }>["values"],
): TitleAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...rejection } = verdict;
  const field = rejection.code === "title_date_in_future" ? "declaredOn" : "form";
  return { ok: false, problems: { [field]: rejection }, values };
}
