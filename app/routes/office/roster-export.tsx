import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readRosterTable } from "#app/features/documents/read-roster-table.server.ts";
import { writeRosterDocx } from "#app/features/documents/write-roster-docx.server.ts";
import { writeRosterXlsx } from "#app/features/documents/write-roster-xlsx.server.ts";
import { rosterPaperWords } from "#app/messages/roster-paper.ts";

const FILES = {
  "danh-sach.xlsx": ["roster", "xlsx"],
  "danh-sach.docx": ["roster", "docx"],
  "phu-luc.xlsx": ["annex", "xlsx"],
  "phu-luc.docx": ["annex", "docx"],
} as const;

/** The roster for the office, and the annex of the decision (A22), as they stand today. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const wanted = Object.entries(FILES).find(([name]) => name === args.params.file)?.[1];
  if (caller.communeId === null || !wanted) throw notFound();
  const [paper, type] = wanted;
  const team = /^\d{1,9}$/.exec(new URL(args.request.url).searchParams.get("to") ?? "")?.[0];
  const table = await readRosterTable(
    caller.platform,
    caller.scope("documents.export-roster"),
    { paper, day: caller.today, teamId: team === undefined ? null : Number(team) },
    rosterPaperWords,
  );
  const bytes =
    type === "xlsx" ? await writeRosterXlsx(table, rosterPaperWords.listTitle) : await writeRosterDocx(table);
  return answerFile(bytes, `${rosterPaperWords.files[paper]} ${caller.today}.${type}`, type);
}
