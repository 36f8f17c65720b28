import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writeEstimates } from "#app/features/support/write-estimates.server.ts";
import { estimateWords } from "#app/messages/estimate-paper.ts";

/** I08: the estimates as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "support.read");
  if (caller.communeId === null) throw notFound();
  return answerFile(await writeEstimates(caller, estimateWords), `${estimateWords.file}.xlsx`, "xlsx");
}
