import { parseReportPeriod, type ReportSpan, rangeSpan } from "#app/domain/reports/report-period.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { reports } from "#app/messages/vi/reports.ts";
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
  const { request = null, period, from, to, ...wish } = form.value;
  const named = period === undefined ? null : parseReportPeriod(period);
  if (period !== undefined && named === null)
    return askAgain({ period: { code: "report_period_unclear" } }, form.values);
  const title = wish.title ?? (named === null ? undefined : nameOf(named));
  const missing = (value: unknown) => (value === undefined ? ({ code: "required" } as const) : undefined);
  if (title === undefined) return askAgain({ title: missing(title) }, form.values);
  if (period === undefined && (from === undefined || to === undefined))
    return askAgain({ from: missing(from), to: missing(to) }, form.values);
  const days = from === undefined || to === undefined ? null : rangeSpan(from, to);
  const verdict = await inRoster(caller, "reports.request", (tx, act) =>
    requestReport(tx, act, { ...wish, title, request, span: period === undefined ? days : named }),
  );
  if (verdict.ok) return goOn(`${pathOf(verdict.value.callId)}?xong=yeu-cau`);
  const { ok: _, ...problem } = verdict;
  return askAgain({ [FIELD_OF[problem.code]]: problem }, form.values);
}

/** As the paper is called where nobody calls it otherwise. */
function nameOf(span: ReportSpan): string | undefined {
  if (span.kind === "range") return undefined;
  const { named } = reports;
  return named(span.kind === "year" ? reports.year(span.year) : reports[span.kind](span.ordinal, span.year));
}
