import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readPublishedCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { writeSheetFile } from "#app/features/criteria/write-sheet-file.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { sheetFileWords } from "#app/messages/sheet-file-words.ts";
import { yearCriteria } from "#app/messages/vi/year-criteria.ts";

/** K06: the adopted sheet for a team to score itself on, with its proof beside each row. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.read-published");
  if (caller.communeId === null) throw notFound();
  const scope = caller.scope("criteria.export-published");
  const { exampleVillage, exampleDocument } = yearCriteria.teams;
  const words = { village: exampleVillage, paper: exampleDocument };
  const published = await readPublishedCriteria(caller.platform, scope, words);
  if (published === null) throw notFound();
  const file = await writeSheetFile(caller.platform, scope, published, caller.today, sheetFileWords);
  return answerFile(file, `${sheetFileWords.file}.xlsx`, "xlsx");
}
