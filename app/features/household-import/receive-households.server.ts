import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { pastedOf, receiveUpload } from "#app/features/roster-import/receive-upload.server.ts";
import { uploadSchema } from "#app/features/roster-import/roster-import.schema.ts";
import { previewHouseholds } from "./preview-households.server.ts";

type Answer =
  | { readonly ok: true; readonly batchId: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** The upload form: a file or a pasted table, and the day from which new households count. */
export async function receiveHouseholds(caller: Caller, fields: FormData): Promise<Answer> {
  const day = new URLSearchParams({ effectiveOn: String(fields.get("effectiveOn") ?? "") });
  const form = await readForm(day, uploadSchema);
  const values = { ...form.values, ...pastedOf(fields) };
  if (!form.ok) return { ...form, values };
  const upload = await receiveUpload(fields);
  const verdict = upload.ok
    ? await previewHouseholds(
        caller.platform,
        caller.scope("household-import.preview"),
        upload.value,
        form.value.effectiveOn,
      )
    : upload;
  if (verdict.ok) return { ok: true, batchId: verdict.value.batchId };
  const { ok: _, ...rejection } = verdict;
  return { ok: false, problems: { file: rejection } as FormProblems, values };
}
