import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { answerReportFile } from "#app/features/report-documents/answer-report-file.server.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";

/** A report of the own team or unit as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.read-own");
  const { report: id = "", paper: file } = args.params;
  return answerReportFile(caller, { id, file, reach: "own", back: REPORT_PATHS.one(id) });
}
