import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { isId } from "#app/domain/ids.ts";
import { formsOf, PAPER_FORMS, type PaperForm } from "#app/domain/year-papers/issued-paper.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { composeTestSheet } from "./compose-merit-sheets.ts";
import { findKept } from "./find-issued.server.ts";
import { findYearFacts } from "./find-year-facts.server.ts";
import { printOut, printYearPaper, sha256Hex } from "./print-year-paper.server.ts";

const READ_TIMEOUT_MS = 30_000;

interface FileWish {
  readonly reviewId: string;
  readonly paperId: string;
  /** "van-ban.docx" */
  readonly file: string;
  /** Where to go on while the printer is busy. */
  readonly back: string;
}

/** A paper as it was issued, in one of its forms. What went out is noted, so that it can be known again to the last byte. */
export async function answerYearPaperFile(
  caller: Caller,
  { reviewId, paperId, file, back }: FileWish,
): Promise<Response> {
  const form = PAPER_FORMS.find((each) => file === `van-ban.${each}`);
  if (form === undefined || caller.communeId === null || !isId(reviewId) || !isId(paperId)) throw notFound();
  const scope = caller.scope("year-papers.read-file");
  const communeId = onlyCommune(scope);
  const paper = await caller.platform.db.withCommunes(scope, (tx) =>
    findKept(tx, communeId, reviewId, paperId),
  );
  if (paper === null || !formsOf(paper.kind).includes(form)) throw notFound();
  const printed = await printYearPaper(caller.platform, paper, form);
  if (!printed.ok) return goOn(whilePrinterIsBusy(back));
  await noteFile(caller, paperId, form, printed.output);
  return answerFile(printed.output, `${paper.title} (${paper.number}).${form}`, form);
}

async function noteFile(caller: Caller, paperId: string, form: PaperForm, bytes: Uint8Array): Promise<void> {
  const scope = caller.scope("year-papers.note-file");
  const row = { communeId: onlyCommune(scope), paperId, form, sha256: Buffer.from(sha256Hex(bytes), "hex") };
  await caller.platform.db.withCommunes(scope, (tx) =>
    tx.yearPaperFile.createMany({ data: [{ ...row, madeAt: caller.now }], skipDuplicates: true }),
  );
}

/** The sheet that is held against a bought one; it certifies nothing and is not kept. */
export async function answerTestSheet(caller: Caller, reviewId: string, back: string): Promise<Response> {
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const scope = caller.scope("year-papers.read-test-sheet");
  const facts = await caller.platform.db.withCommunes(
    scope,
    (tx) => findYearFacts(tx, onlyCommune(scope), reviewId, caller.today),
    { timeoutMs: READ_TIMEOUT_MS },
  );
  if (facts === null) throw notFound();
  const sheets = composeTestSheet(facts.setting, facts.review.year, facts.printer);
  const printed = await printOut(caller.platform, { is: "sheets", sheets }, "pdf", null);
  return printed.ok
    ? answerFile(printed.output, "Tờ in thử giấy khen.pdf", "pdf")
    : goOn(whilePrinterIsBusy(back));
}
