import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writeProblemWorkbook } from "#app/features/roster-import/write-problem-workbook.server.ts";
import { problemWorkbookWords } from "#app/messages/import-workbooks.ts";

/** Workbooks are papers of the office: Vietnamese, whatever language the screen speaks. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const bytes = await writeProblemWorkbook(
    caller.platform,
    caller.scope("roster-import.read-problems"),
    args.params.batchId ?? "",
    problemWorkbookWords,
  );
  if (!bytes) throw notFound();
  return answerFile(bytes, "dong-can-sua.xlsx", "xlsx");
}
