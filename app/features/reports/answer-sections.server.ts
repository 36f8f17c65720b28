import { data } from "@remix-run/node";
import type { ReportSections } from "#app/domain/reports/report.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { sectionsForm, sectionsOfForm } from "./report.schema.ts";
import { sectionsOf } from "./report-rows.ts";
import { saveSections } from "./save-report.server.ts";
import { sendReport } from "./send-report.server.ts";

/** What somebody else wrote in between, and the revision it stands at now. */
interface Theirs {
  readonly sections: ReportSections;
  readonly revision: number;
}

/** "Lưu nháp" or "Gửi": whoever may write this sheet was let in by the route. What cannot be sent yet is kept all the same. */
export async function answerSections(caller: Caller, reportId: string, fields: FormData, path: string) {
  const form = await readForm(fields, sectionsForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const isSending = fields.get("act") === "send";
  const wish = {
    reportId,
    revision: form.value.revision,
    sections: sectionsOfForm(form.value),
  };
  const saved = await inRoster(caller, "reports.save", (tx, { communeId, actorId, now }) =>
    saveSections(tx, { ...wish, communeId, actorId, now }),
  );
  if (!saved.ok) {
    if (saved.code === "report_not_there") throw notFound();
    const { ok: _, ...problem } = saved;
    if (saved.code !== "report_changed_meanwhile") return askAgain({ form: problem }, form.values);
    const theirs = await readTheirs(caller, reportId);
    return data({ problems: { form: problem }, values: form.values, theirs }, { status: 409 });
  }
  if (!isSending) return goOn(`${path}?xong=luu`);
  const sent = await inRoster(caller, "reports.send", (tx, { communeId, actorId, now }) =>
    sendReport(tx, {
      ...wish,
      revision: saved.value.revision,
      communeId,
      actorId,
      now,
      isSignedOnPaper: form.value.onPaper,
    }),
  );
  if (sent.ok) return goOn(`${path}?xong=gui`);
  const { ok: _, ...problem } = sent;
  const values = { ...form.values, revision: String(saved.value.revision) };
  const field = sent.code === "report_sections_open" ? (sent.sections[0] ?? "form") : "form";
  return askAgain({ [field]: problem }, values);
}

async function readTheirs(caller: Caller, reportId: string): Promise<Theirs | null> {
  const scope = caller.scope("reports.read-theirs");
  const communeId = scope.communes[0] ?? 0;
  const row = await caller.platform.db.withCommunes(scope, (tx) =>
    tx.report.findUnique({
      where: { communeId_id: { communeId, id: reportId } },
      select: { sections: true, revision: true },
    }),
  );
  return row && { sections: sectionsOf(row.sections), revision: row.revision };
}
