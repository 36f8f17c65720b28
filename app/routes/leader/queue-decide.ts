import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { decideQueue, undoApproval } from "#app/features/verification/decide-queue.server.ts";
import { decisionsSchema, undoSchema } from "#app/features/verification/verification.schema.ts";

/** What a page with scripts sends from the queue: decisions, or the undoing of one. Answers each in its own words. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.verify");
  const sent = (await receiveForm(args.request)) ?? new FormData();
  if (sent.has("undoId")) {
    const form = await readForm(sent, undoSchema);
    if (!form.ok) return Response.json({ problems: form.problems }, { status: 422 });
    return Response.json({ results: [await undoApproval(caller, form.value)] });
  }
  const form = await readForm(sent, decisionsSchema);
  if (!form.ok) return Response.json({ problems: form.problems }, { status: 422 });
  return Response.json({ results: await decideQueue(caller, form.value.decisions) });
}
