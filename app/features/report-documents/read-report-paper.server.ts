import type { Paper } from "#app/domain/documents/paper.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { composeReport } from "./compose-report.ts";
import { composeShareText } from "./compose-share-text.ts";
import { type ReportWish, readReport } from "./read-report.server.ts";

/** A report as its paper and as the message that goes with it. */
export async function readReportPaper(
  caller: Caller,
  wish: ReportWish,
): Promise<{ readonly paper: Paper; readonly message: string } | null> {
  const found = await readReport(caller, wish);
  return (
    found && { paper: composeReport(found.report, found.setting), message: composeShareText(found.report) }
  );
}
