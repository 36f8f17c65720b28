import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { decideReport } from "./decide-report.server.ts";
import { decideForm } from "./report.schema.ts";

const ACTS = { approve: "approved", return: "returned", lock: "locked" } as const;
type DecideAct = keyof typeof ACTS;

export function isDecideAct(text: FormDataEntryValue | null): text is DecideAct {
  return typeof text === "string" && text in ACTS;
}

/** Approved, returned with a reason, or locked for good with a tick; the route said who may. */
export async function answerDecision(caller: Caller, reportId: string, fields: FormData, path: string) {
  const form = await readForm(fields, decideForm);
  const act = fields.get("act");
  if (!form.ok) return askAgain(form.problems, form.values);
  if (!isDecideAct(act)) return askAgain({ form: { code: "not_valid" } }, form.values);
  const { version, reason = null, isSure } = form.value;
  if (act === "return" && reason === null) return askAgain({ reason: { code: "required" } }, form.values);
  if (act === "lock" && !isSure) return askAgain({ isSure: { code: "required" } }, form.values);
  const verdict = await inRoster(caller, "reports.decide", (tx, { communeId, actorId, now }) =>
    decideReport(tx, {
      communeId,
      reportId,
      act: ACTS[act],
      version,
      reason: act === "return" ? reason : null,
      actorId,
      now,
    }),
  );
  if (verdict.ok) return goOn(`${path}?xong=quyet-dinh`);
  const { ok: _, ...problem } = verdict;
  return askAgain({ form: problem }, form.values);
}
