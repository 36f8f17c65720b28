import { data } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { askAgain } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { decideQueue } from "./decide-queue.server.ts";
import { decideFormSchema, isReasonOf } from "./verification.schema.ts";

/** A form of the queue, as a page without scripts sends it: one verdict for one record or for a day. */
export async function answerQueueForm(caller: Caller, request: Request) {
  const form = await readForm(request, decideFormSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { intent, claim: claims } = form.value;
  const reason = intent === "approve" ? null : (form.value.reason ?? null);
  const reasonCode = intent === "approve" ? null : (form.value.reasonCode ?? null);
  if (!isReasonOf(intent, reasonCode)) return askAgain({ reasonCode: { code: "not_chosen" } }, form.values);
  if (reasonCode === "other" && reason === null)
    return askAgain({ reason: { code: "decision_needs_words" } }, form.values);
  if (!claims.every(({ claimId, decisionId }) => isId(claimId) && isId(decisionId)))
    return askAgain({ form: { code: "not_valid" } }, form.values);
  const results = await decideQueue(
    caller,
    claims.map((claim) => ({ ...claim, verdict: intent, reasonCode, reason })),
  );
  return data(
    { problems: {}, values: {}, intent, results },
    { status: results.every(({ ok }) => ok) ? 200 : 422 },
  );
}
