import { z } from "zod";
import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { idText, lineText, pastedText } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { receiveUpload } from "#app/features/roster-import/receive-upload.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { applyTable } from "./apply-table.server.ts";
import { periodText, sourceText } from "./figures-form.server.ts";
import { previewTable, type TablePreview } from "./preview-table.server.ts";
import { undoTable } from "./undo-table.server.ts";

type Answer =
  | {
      readonly step: "shown";
      readonly preview: TablePreview & { readonly fileName: string };
      readonly values: FormValues;
    }
  | { readonly step: "done"; readonly word: "taken" | "undone" }
  | { readonly step: "refused"; readonly problems: FormProblems; readonly values: FormValues };

const MOST_CHARACTERS = 500_000;
const facts = { period: periodText.optional(), source: sourceText };
const readSchema = z.object(facts);
const applySchema = z.object({
  ...facts,
  batchId: idText(),
  fileName: lineText({ maximum: 120 }),
  text: pastedText({ maximum: MOST_CHARACTERS }),
});

/** The page of a table: read it, look, take it over; or take one back. */
export async function takeTable(caller: Caller, fields: FormData): Promise<Answer> {
  const act = fields.get("act");
  if (act === "undo") return undo(caller, String(fields.get("batchId")));
  if (act === "apply") return apply(caller, fields);
  const typed = new FormData();
  for (const name of ["period", "source"]) typed.append(name, String(fields.get(name) ?? ""));
  const form = await readForm(typed, readSchema);
  // A file cannot be sent back; what was pasted can.
  const pasted = String(fields.get("pasted") ?? "").slice(0, MOST_CHARACTERS);
  const values = { ...form.values, pasted } as FormValues;
  if (!form.ok) return { step: "refused", problems: form.problems, values };
  const upload = await receiveUpload(fields);
  if (!upload.ok) return refuse("file", upload, values);
  const scope = caller.scope("carried-over.preview");
  const { bytes, fileName } = upload.value;
  const preview = await previewTable(caller.platform, scope, bytes, form.value.period ?? null);
  if (!preview.ok) return refuse("file", preview, values);
  return { step: "shown", preview: { ...preview.value, fileName }, values: form.values };
}

async function apply(caller: Caller, fields: FormData): Promise<Answer> {
  fields.delete("act");
  const form = await readForm(fields, applySchema);
  if (!form.ok) return { step: "refused", ...form };
  const { period, ...order } = form.value;
  const verdict = await inRoster(caller, "carried-over.apply-table", (tx, on) =>
    applyTable(tx, caller.platform.keys, on, { ...order, period: period ?? null }),
  );
  return verdict.ok ? { step: "done", word: "taken" } : refuse("file", verdict, form.values);
}

async function undo(caller: Caller, batchId: string): Promise<Answer> {
  if (!isId(batchId)) return refuse("form", { ok: false, code: "import_not_open" }, {});
  const verdict = await inRoster(caller, "carried-over.undo-table", (tx, on) => undoTable(tx, on, batchId));
  return verdict.ok ? { step: "done", word: "undone" } : refuse("form", verdict, {});
}

function refuse(field: string, verdict: Rejection & { readonly ok: false }, values: FormValues): Answer {
  const { ok: _, ...rejection } = verdict;
  return { step: "refused", problems: { [field]: rejection } as FormProblems, values };
}
