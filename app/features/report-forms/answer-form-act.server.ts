import type { FormRefusal } from "#app/domain/report-forms/form-mapping.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { addForm, mapCell, removeForm, replaceForm, unmapCell } from "./keep-form.server.ts";
import { receiveFormFile } from "./receive-form-file.server.ts";
import { mapSchema, newFormSchema, removeSchema, replaceSchema, unmapSchema } from "./report-form.schema.ts";

type Answer<Done> =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** A workbook sent in under a name: the id of the new form. */
export async function answerNewForm(caller: Caller, fields: FormData): Promise<Answer<string>> {
  const form = await readForm(fields, newFormSchema);
  const file = await receiveFormFile(caller.platform, fields.get("file"));
  if (!form.ok || !file.ok) {
    const problems = form.ok ? {} : form.problems;
    return {
      ok: false,
      problems: file.ok ? problems : { ...problems, file: plain(file) },
      values: form.values,
    };
  }
  const verdict = await inRoster(caller, "report-forms.add", (tx, act) =>
    addForm(tx, act, form.value, file.value),
  );
  if (verdict.ok) return { ok: true, done: form.value.id };
  return { ok: false, problems: { file: plain(verdict) }, values: form.values };
}

/** The buttons of one form; null for what is none of them. */
export async function answerFormAct(
  caller: Caller,
  id: string,
  fields: FormData,
): Promise<Answer<string> | null> {
  switch (fields.get("act")) {
    case "map":
      return answerMap(caller, id, fields);
    case "unmap": {
      const form = await readForm(fields, unmapSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "report-forms.unmap", (tx, act) =>
        unmapCell(tx, act, { id, ...form.value }),
      );
      return verdict.ok
        ? { ok: true, done: "bo-o" }
        : { ok: false, problems: { form: plain(verdict) }, values: {} };
    }
    case "replace": {
      const form = await readForm(fields, replaceSchema);
      if (!form.ok) return form;
      const file = await receiveFormFile(caller.platform, fields.get("file"));
      if (!file.ok) return { ok: false, problems: { file: plain(file) }, values: form.values };
      const verdict = await inRoster(caller, "report-forms.replace", (tx, act) =>
        replaceForm(tx, act, { id, revision: form.value.revision }, file.value),
      );
      if (!verdict.ok) return { ok: false, problems: { file: plain(verdict) }, values: form.values };
      return { ok: true, done: verdict.value.dropped === 0 ? "thay" : `thay-${verdict.value.dropped}` };
    }
    case "remove": {
      const form = await readForm(fields, removeSchema);
      if (!form.ok) return form;
      await inRoster(caller, "report-forms.remove", (tx, act) => removeForm(tx, act, id));
      return { ok: true, done: "xoa" };
    }
    default:
      return null;
  }
}

async function answerMap(caller: Caller, id: string, fields: FormData): Promise<Answer<string>> {
  const form = await readForm(fields, mapSchema);
  if (!form.ok) return form;
  const { revision, ...wish } = form.value;
  const verdict = await inRoster(caller, "report-forms.map", (tx, act) =>
    mapCell(tx, act, { id, revision }, wish),
  );
  return verdict.ok
    ? { ok: true, done: "o" }
    : { ok: false, problems: { [verdict.field]: verdict.refusal }, values: form.values };
}

function plain({ ok: _, ...refusal }: { readonly ok: false } & FormRefusal): FormRefusal {
  return refusal as FormRefusal;
}
