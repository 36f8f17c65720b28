import type { Paper } from "#app/domain/documents/paper.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { composeNotice } from "./compose-notice.ts";
import { readReport } from "./read-report.server.ts";

/** The notice to the teams that a consolidated report becomes; null of any other report. */
export async function readNotice(caller: Caller, id: string): Promise<Paper | null> {
  const found = await readReport(caller, { id, reach: "commune" });
  return found && composeNotice(found.report, found.setting);
}
