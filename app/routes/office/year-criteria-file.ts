import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { writeSheetFile } from "#app/features/criteria/write-sheet-file.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { sheetFileWords } from "#app/messages/sheet-file-words.ts";

/** K06: any version of the sheet as a workbook; the one in force where none is named. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.read");
  if (caller.communeId === null) throw notFound();
  const wanted = /^[1-9]\d{0,5}$/.exec(new URL(args.request.url).searchParams.get("ban") ?? "")?.[0];
  const { versions, adopted } = await readCriteria(caller.platform, caller.scope("criteria.read"));
  const found =
    wanted === undefined ? adopted : (versions.find(({ version }) => version === Number(wanted)) ?? null);
  if (found === null) throw notFound();
  const scope = caller.scope("criteria.export");
  const file = await writeSheetFile(caller.platform, scope, found, caller.today, sheetFileWords);
  return answerFile(file, `${sheetFileWords.file} bản ${found.version}.xlsx`, "xlsx");
}
