import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { attachPaper, removePaper } from "./keep-paper.server.ts";
import { paperSchema, removePaperSchema } from "./plan-paper.schema.ts";

type Answer =
  | { readonly ok: true; readonly done: "gan" | "bo" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The buttons "attach" and "remove" of a plan's papers. */
export async function answerPaperForm(caller: Caller, planId: string, fields: FormData): Promise<Answer> {
  if (fields.get("act") === "remove") {
    const form = await readForm(fields, removePaperSchema);
    if (!form.ok) return form;
    const verdict = await inRoster(caller, "plan-papers.remove", (tx, act) =>
      removePaper(tx, act, planId, form.value.paperId),
    );
    return verdict.ok
      ? { ok: true, done: "bo" }
      : { ok: false, problems: { form: { code: verdict.code } }, values: form.values };
  }
  if (fields.get("act") !== "attach") return null;
  const form = await readForm(fields, paperSchema);
  const file = fields.get("file");
  if (!form.ok || !(file instanceof Blob) || file.size === 0) {
    const missing = file instanceof Blob && file.size > 0 ? {} : { file: { code: "file_missing" } as const };
    return { ok: false, problems: { ...(form.ok ? {} : form.problems), ...missing }, values: form.values };
  }
  const id = makeId(caller.now.getTime(), caller.platform.random.bytes(10));
  const stored = await storeFile(caller, { id, file });
  if (!stored.ok) {
    const { ok: _, ...problem } = stored;
    return { ok: false, problems: { file: problem }, values: form.values };
  }
  const verdict = await inRoster(caller, "plan-papers.attach", (tx, act) =>
    attachPaper(tx, act, planId, stored.value.fileId, form.value),
  );
  if (verdict.ok) return { ok: true, done: "gan" };
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { issuedOn: problem }, values: form.values };
}
