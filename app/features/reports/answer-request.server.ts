import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { requestForm } from "./report.schema.ts";
import { requestReport } from "./request-report.server.ts";

const FIELD_OF = {
  report_period_unclear: "to",
  report_due_in_past: "due",
  report_asks_nobody: "teams",
  report_not_there: "form",
} as const;

export async function answerRequest(caller: Caller, fields: FormData, pathOf: (callId: string) => string) {
  const form = await readForm(fields, requestForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { request = null, ...wish } = form.value;
  const verdict = await inRoster(caller, "reports.request", (tx, act) =>
    requestReport(tx, act, { ...wish, request }),
  );
  if (verdict.ok) return goOn(`${pathOf(verdict.value.callId)}?xong=yeu-cau`);
  const { ok: _, ...problem } = verdict;
  return askAgain({ [FIELD_OF[problem.code]]: problem }, form.values);
}
