import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { readResults } from "#app/features/survey/read-results.server.ts";
import { writeResultsFile } from "#app/features/survey/write-results-file.server.ts";

/** The sums of a round as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "survey.read");
  if (caller.communeId === null) throw notFound();
  const results = await readResults(caller, idParam(args.params.roundId));
  if (!results) throw notFound();
  return answerFile(await writeResultsFile(results), `${results.round.name}.xlsx`, "xlsx");
}
