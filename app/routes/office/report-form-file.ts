import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFilledForm } from "#app/features/report-forms/answer-filled-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { REPORT_FORM_PATHS } from "#app/ui/report-forms/report-form-paths.ts";

/** The form with the figures of a period in its cells. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.manage");
  if (caller.communeId === null) throw notFound();
  const id = idParam(args.params.form);
  const wanted = new URL(args.request.url).searchParams.get("ky");
  const back = REPORT_FORM_PATHS.one(id) + (wanted === null ? "" : `?${new URLSearchParams({ ky: wanted })}`);
  const answer = await answerFilledForm(caller, { id, wanted, back });
  if (answer === null) throw notFound();
  return answer;
}
