import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { keepZaloGroup, saveNaming } from "./keep-zalo-groups.server.ts";
import { groupSchema, namingSchema } from "./zalo-groups.schema.ts";

type ZaloAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The two forms of the page; null: no such button, or not for this person. */
export async function answerZaloForm(caller: Caller, fields: FormData): Promise<ZaloAnswer> {
  const act = fields.get("act");
  if (act === "naming") {
    const form = await readForm(fields, namingSchema);
    const values = { ...form.values, act };
    if (!form.ok) return { ...form, values };
    const verdict = await saveNaming(caller, form.value);
    if (verdict.ok) return { ok: true, done: "naming" };
    if (verdict.code === "not_permitted") return null;
    const { field, ...rejection } = verdict;
    return { ok: false, problems: { [field]: rejection }, values };
  }
  if (act !== "group") return null;
  const form = await readForm(fields, groupSchema);
  const values = { ...form.values, act };
  if (!form.ok) return { ...form, values };
  const { name = null, link = null, ...wish } = form.value;
  const verdict = await keepZaloGroup(caller, { ...wish, name, link });
  if (verdict.ok) return { ok: true, done: "group" };
  if (verdict.code === "not_permitted") return null;
  return {
    ok: false,
    problems: { [verdict.code === "zalo_name_missing" ? "name" : "link"]: verdict },
    values,
  };
}
