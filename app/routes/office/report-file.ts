import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerReportFile } from "#app/features/report-documents/answer-report-file.server.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";

/** Any report of the commune as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.oversee");
  const { report: id = "", paper: file } = args.params;
  return answerReportFile(caller, { id, file, reach: "commune", back: REPORT_PATHS.sheet(id) });
}
