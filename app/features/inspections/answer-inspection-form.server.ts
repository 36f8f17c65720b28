import type { InspectionRefusal } from "#app/domain/inspections/inspection.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { followUpSchema, inspectionSchema } from "./inspections.schema.ts";
import { closeInspection, writeInspection } from "./write-inspection.server.ts";

export type InspectionAnswer =
  | { readonly ok: true; readonly done: "luu" | "khac-phuc" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** Beside which field each refusal stands. */
const FIELD_OF: Readonly<Record<InspectionRefusal["code"], string>> = {
  inspection_in_future: "inspectedOn",
  inspection_place_gone: "place",
  inspection_due_missing: "followUpDue",
  inspection_due_before_visit: "followUpDue",
  inspection_follow_up_missing: "followUp",
  inspection_nothing_to_follow: "note",
};

/** The buttons "keep" and "done" of the page. */
export async function answerInspectionForm(caller: Caller, fields: FormData): Promise<InspectionAnswer> {
  const { today } = caller;
  if (fields.get("act") === "follow-up") {
    const form = await readForm(fields, followUpSchema);
    const values = { ...form.values, act: "follow-up" };
    if (!form.ok) return { ...form, values };
    const verdict = await inRoster(caller, "inspections.follow-up", (tx, act) =>
      closeInspection(tx, act, form.value, today),
    );
    return verdict.ok ? { ok: true, done: "khac-phuc" } : refusal(verdict, values);
  }
  const form = await readForm(fields, inspectionSchema);
  if (!form.ok) return form;
  const verdict = await inRoster(caller, "inspections.write", (tx, act) =>
    writeInspection(tx, act, form.value, today),
  );
  return verdict.ok ? { ok: true, done: "luu" } : refusal(verdict, form.values);
}

function refusal(
  { ok: _, ...problem }: { readonly ok: false } & InspectionRefusal,
  values: FormValues,
): InspectionAnswer {
  return { ok: false, problems: { [FIELD_OF[problem.code]]: problem }, values };
}
