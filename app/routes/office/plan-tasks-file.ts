import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { makeTaskPaper } from "#app/features/plan-tasks/make-task-paper.server.ts";
import { readTaskBoard } from "#app/features/plan-tasks/read-tasks.server.ts";
import { planTasksPaperWords } from "#app/messages/plan-tasks-paper.ts";

/** The board as a workbook, ready to print. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan-task.read");
  if (caller.communeId === null) throw notFound();
  const paper = await makeTaskPaper(caller, await readTaskBoard(caller), planTasksPaperWords);
  return answerFile(await writePaperXlsx(paper), `${planTasksPaperWords.file}.xlsx`, "xlsx");
}
