import type { LoaderFunctionArgs } from "@remix-run/node";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerTestSheet } from "#app/features/year-papers/answer-year-paper-file.server.ts";

/** The sheet to hold against a bought blank. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year-paper.issue");
  const { reviewId = "" } = args.params;
  return answerTestSheet(caller, reviewId, YEAR_PAPER_PATHS.setting(reviewId));
}
