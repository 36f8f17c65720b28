import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFilledForm } from "#app/features/report-forms/answer-filled-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** The form with the figures of a period in its cells. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.manage");
  if (caller.communeId === null) throw notFound();
  const period = new URL(args.request.url).searchParams.get("ky");
  const answer = await answerFilledForm(caller, idParam(args.params.form), period);
  if (answer === null) throw notFound();
  return answer;
}
