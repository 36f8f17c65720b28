import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { decideCorrection } from "./decide-correction.server.ts";
import { decideCorrectionSchema } from "./verification.schema.ts";

/** The field a refusal stands beside; the others speak of the whole request. */
const FIELD_OF: Readonly<Record<string, string>> = { correction_needs_answer: "answer" };

/** One answer on the list of requests; back to the list, or to the form with what was typed. */
export async function answerCorrectionForm(caller: Caller, request: Request, listPath: string) {
  const form = await readForm(request, decideCorrectionSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { request: requestId, intent, answer, workDate, activityKey, visits, teamId } = form.value;
  const verdict = intent === "accept" ? "accepted" : "declined";
  const decided = await decideCorrection(caller, {
    requestId,
    verdict,
    answer: answer ?? null,
    change: { workDate, activityKey, visits, teamId },
  });
  if (decided.ok) return goOn(`${listPath}?xong=${verdict}`);
  const { ok: _, ...refusal } = decided;
  return askAgain({ [FIELD_OF[refusal.code] ?? "form"]: refusal }, form.values);
}

export function doneBy(query: URLSearchParams): "accepted" | "declined" | null {
  const done = query.get("xong");
  return done === "accepted" || done === "declined" ? done : null;
}
