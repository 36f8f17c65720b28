import type { LoaderFunctionArgs } from "@remix-run/node";
import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PAPER_PATHS } from "#app/features/activity-log/paper-paths.ts";
import { printLogSheet } from "#app/features/activity-log/print-log-sheet.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { logSheetPaper } from "#app/messages/log-sheet-paper.ts";

/** The team's sheets to write on, one for each member. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.log-paper");
  if (caller.communeId === null) throw notFound();
  const teamId = numberParam(new URL(args.request.url).searchParams.get("to") ?? undefined);
  const printed = await printLogSheet(caller, teamId, logSheetPaper);
  if (printed === null) throw notFound();
  if (printed === "busy") return goOn(whilePrinterIsBusy(PAPER_PATHS.deskOf(teamId)));
  return new Response(new Uint8Array(printed), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="phieu-ghi-viec-${teamId}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
