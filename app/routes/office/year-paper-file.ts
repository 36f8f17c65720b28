import type { LoaderFunctionArgs } from "@remix-run/node";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerYearPaperFile } from "#app/features/year-papers/answer-year-paper-file.server.ts";

/** An issued paper as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year-paper.read");
  const { reviewId = "", yearPaper: paperId = "", yearPaperFile: file = "" } = args.params;
  return answerYearPaperFile(caller, { reviewId, paperId, file, back: YEAR_PAPER_PATHS.desk(reviewId) });
}
