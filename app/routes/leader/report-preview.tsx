import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readReportPaper } from "#app/features/report-documents/read-report-paper.server.ts";
import { reportFilesArea } from "#app/messages/vi/report-files.ts";
import type { PageHandle } from "#app/ui/page-title.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { ReportPreview } from "#app/ui/reports/report-preview.tsx";

export const handle: PageHandle = { title: (say) => say(reportFilesArea).previewTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.read-own");
  const { report: id = "" } = args.params;
  const read = await readReportPaper(caller, { id, reach: "own" });
  if (read === null) throw notFound();
  return { ...read, path: REPORT_PATHS.one(id) };
}

export default function OwnReportPreview() {
  return <ReportPreview {...useLoaderData<typeof loader>()} />;
}
