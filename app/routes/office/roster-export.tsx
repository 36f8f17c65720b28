import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readRosterPaper } from "#app/features/documents/read-roster-paper.server.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { reachOf } from "#app/features/roster/roster-reach.ts";
import { rosterPaperWords } from "#app/messages/roster-paper.ts";

const FILES = {
  "danh-sach.xlsx": ["roster", "xlsx"],
  "danh-sach.docx": ["roster", "docx"],
  "phu-luc.xlsx": ["annex", "xlsx"],
  "phu-luc.docx": ["annex", "docx"],
} as const;

/** The roster as far as the asker may read it, and the annex of the decision (A22), as they stand today. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.overview");
  const { platform, communeId, actor, today } = caller;
  const wanted = Object.entries(FILES).find(([name]) => name === args.params.file)?.[1];
  if (communeId === null || !wanted) throw notFound();
  const [paper, type] = wanted;
  const reach = reachOf(caller.permission.grants, communeId);
  // An annex without some of the people would be a wrong annex.
  if (paper === "annex" && !reach.isWhole) throw notFound();
  const written = await readRosterPaper(
    platform,
    caller.scope("documents.export-roster"),
    {
      paper,
      day: today,
      teamId: optionalNumber(new URL(args.request.url).searchParams.get("to")),
      reach,
      hasPhones: can(actor, "roster.manage", { communeId }, today).ok,
    },
    rosterPaperWords,
  );
  const bytes = type === "xlsx" ? await writePaperXlsx(written) : await writePaperDocx(written);
  return answerFile(bytes, `${rosterPaperWords.files[paper]} ${today}.${type}`, type);
}
