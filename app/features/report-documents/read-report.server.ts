import { isId } from "#app/domain/ids.ts";
import type { ReportPaper } from "#app/domain/reports/report.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReport, findReportPaper } from "#app/features/reports/find-report.server.ts";
import { findOwnSheet } from "#app/features/reports/own-sheets.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { ReportSetting } from "./compose-report.ts";

const READ_TIMEOUT_MS = 60_000;

export interface ReportWish {
  readonly id: string | undefined;
  /** The own ones, or every one of the commune. */
  readonly reach: "own" | "commune";
}

/** A report with what its paper needs beside it. Null where there is none, or it is none of the reader's. */
export function readReport(
  caller: Caller,
  { id, reach }: ReportWish,
): Promise<{ readonly report: ReportPaper; readonly setting: ReportSetting } | null> {
  if (id === undefined || !isId(id) || caller.communeId === null) return Promise.resolve(null);
  const scope = caller.scope("report-documents.read-report");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => {
      if (reach === "own" && (await findOwnSheet(tx, communeId, caller, id)) === null) return null;
      const found = await findReport(tx, communeId, id);
      if (!found) return null;
      const report = await findReportPaper(tx, communeId, found, caller.now);
      const { scheme } = await findSchemeOn(tx, communeId, report.body.period.lastDay);
      const month = report.body.period.months.at(-1);
      const origin = caller.platform.config.publicOrigins[0];
      return {
        report,
        setting: {
          kinds: new Map(scheme.activities.map(({ key, name, pillar }) => [key, { name, pillar }])),
          checkLink: month && origin ? `${origin}/ky/${month.id}` : null,
        },
      };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}
