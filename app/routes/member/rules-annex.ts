import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readRulesPaper } from "#app/features/documents/read-rules-paper.server.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { readRules } from "#app/features/scheme/read-rule-book.server.ts";
import { rulesPaperWords } from "#app/messages/rules-paper.ts";

/** The annex of the regulation (A24): one version of the rules as a document. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.read");
  if (caller.communeId === null) throw notFound();
  const wanted = /^[1-9]\d{0,5}$/.exec(new URL(args.request.url).searchParams.get("ban") ?? "")?.[0];
  const scope = caller.scope("documents.export-rules");
  const read = await readRules(caller.platform, scope, wanted === undefined ? null : Number(wanted));
  if (!read) throw notFound();
  const paper = await readRulesPaper(caller.platform, scope, read.rules, caller.today, rulesPaperWords);
  return answerFile(
    await writePaperDocx(paper),
    `${rulesPaperWords.file} bản ${read.rules.version}.docx`,
    "docx",
  );
}
