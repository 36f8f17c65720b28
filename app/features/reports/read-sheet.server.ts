import { isId } from "#app/domain/ids.ts";
import type { ReportSubject } from "#app/domain/reports/report.ts";
import { faceOf, type ReportFace } from "#app/domain/reports/report-face.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReport, findReportPaper } from "./find-report.server.ts";
import { findOwnSheet } from "./own-sheets.server.ts";
import { isConsolidated } from "./report-rows.ts";

export interface Sheet {
  readonly face: ReportFace;
  readonly callId: string;
  readonly revision: number;
  readonly version: number;
  /** Of the reader's own sheets; the office reads every one. */
  readonly mayWrite: boolean;
}

const READ_TIMEOUT_MS = 60_000;

/** One report with its figures of now, or as it was sent. Null where there is none, or it is none of the reader's. */
export function readSheet(caller: Caller, id: string, reach: "own" | "commune"): Promise<Sheet | null> {
  const scope = caller.scope("reports.read-sheet");
  const communeId = onlyCommune(scope);
  if (!isId(id)) return Promise.resolve(null);
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => {
      const own = reach === "own" ? await findOwnSheet(tx, communeId, caller, id) : null;
      if (reach === "own" && own === null) return null;
      const found = await findReport(tx, communeId, id);
      if (!found) return null;
      const paper = await findReportPaper(tx, communeId, found, caller.now);
      const { revision, version, callId } = found.report;
      return { face: faceOf(paper), callId, revision, version, mayWrite: own?.mayWrite ?? false };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

/** Whose sheet it is, without its figures: what an action asks before it writes. */
export function readSheetKind(caller: Caller, id: string): Promise<ReportSubject["is"] | null> {
  const scope = caller.scope("reports.read-sheet");
  const communeId = onlyCommune(scope);
  if (!isId(id)) return Promise.resolve(null);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const found = await findReport(tx, communeId, id);
    if (!found) return null;
    if (isConsolidated(found.report)) return "commune";
    return found.report.teamId === null ? "unit" : "team";
  });
}
