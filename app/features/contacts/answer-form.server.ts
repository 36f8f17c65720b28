import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { contactSchema, removalSchema } from "./contact.schema.ts";
import { removeContact } from "./remove-contact.server.ts";
import { writeContact } from "./write-contact.server.ts";

export type ContactAnswer =
  | { readonly ok: true; readonly done: "luu" | "xoa" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** The buttons "save" and "remove" of the list. */
export async function answerContactForm(caller: Caller, fields: FormData): Promise<ContactAnswer> {
  if (fields.get("act") === "remove") {
    const form = await readForm(fields, removalSchema);
    if (!form.ok) return form;
    const verdict = await inRoster(caller, "contacts.remove", (tx, act) =>
      removeContact(tx, act, form.value.id),
    );
    if (verdict.ok) return { ok: true, done: "xoa" };
    return { ok: false, problems: { form: { code: verdict.code } }, values: form.values };
  }
  const form = await readForm(fields, contactSchema);
  if (!form.ok) return form;
  const verdict = await inRoster(caller, "contacts.write", (tx, act) =>
    writeContact(tx, caller.platform.keys, act, form.value),
  );
  if (verdict.ok) return { ok: true, done: "luu" };
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { form: problem }, values: form.values };
}
