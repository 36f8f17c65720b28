import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { askUnit } from "./ask-unit.server.ts";
import { remindNow } from "./remind-now.server.ts";
import { takeOffForm, unitForm } from "./report.schema.ts";
import { takeOffUnit } from "./take-off-unit.server.ts";

/** The buttons of the board of a period: remind, ask one more unit, and take one off. */
export async function answerCallForm(caller: Caller, callId: string, fields: FormData, path: string) {
  if (fields.get("act") === "remind") {
    const told = await inRoster(caller, "reports.remind", (tx, act) => remindNow(tx, act, callId));
    if (told.ok) return goOn(`${path}?xong=nhac`);
    const { ok: _, ...problem } = told;
    return askAgain({ form: problem });
  }
  if (fields.get("act") === "off") return answerTakingOff(caller, callId, fields, path);
  const form = await readForm(fields, unitForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const asked = await inRoster(caller, "reports.ask-unit", (tx, act) =>
    askUnit(tx, act, { callId, organisationId: form.value.organisationId }),
  );
  if (asked.ok) return goOn(`${path}?xong=them`);
  const { ok: _, ...problem } = asked;
  return askAgain({ organisationId: problem }, form.values);
}

async function answerTakingOff(caller: Caller, callId: string, fields: FormData, path: string) {
  const form = await readForm(fields, takeOffForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const off = await inRoster(caller, "reports.take-off-unit", (tx, act) =>
    takeOffUnit(tx, act, { callId, ...form.value }),
  );
  if (off.ok) return goOn(`${path}?xong=bo`);
  const { ok: _, ...problem } = off;
  return askAgain({ reportId: problem }, form.values);
}
