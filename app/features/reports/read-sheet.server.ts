import { isId } from "#app/domain/ids.ts";
import type { ReportSections, ReportSubject } from "#app/domain/reports/report.ts";
import { faceOf, type ReportFace } from "#app/domain/reports/report-face.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findReport, findReportPaper } from "./find-report.server.ts";
import { findOwnSheet } from "./own-sheets.server.ts";
import { isConsolidated, sectionsOf } from "./report-rows.ts";

export interface Sheet {
  readonly face: ReportFace;
  readonly callId: string;
  readonly revision: number;
  readonly version: number;
  /** Of the reader's own sheets; the office reads every one. */
  readonly mayWrite: boolean;
  /** Beside the consolidated report: what teams and units wrote in theirs. */
  readonly said: readonly SaidByOne[];
}

interface SaidByOne {
  readonly id: string;
  readonly name: string;
  readonly sections: ReportSections;
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
      const said = isConsolidated(found.report) ? await findSaid(tx, communeId, callId) : [];
      return { face: faceOf(paper), callId, revision, version, mayWrite: own?.mayWrite ?? false, said };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

async function findSaid(tx: Tx, communeId: number, callId: string): Promise<SaidByOne[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; sections: unknown }[]>`
    select r.id, coalesce(t.name, o.name) as name, r.sections
      from report r
      left join team t on t.commune_id = r.commune_id and t.id = r.team_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id
     where r.commune_id = ${communeId} and r.call_id = ${callId}::uuid and r.version > 0
       and (r.team_id is not null or r.organisation_id is not null)
     order by r.organisation_id is not null, v.sort_key nulls last, 2, r.id`;
  return rows.map(({ id, name, sections }) => ({ id, name, sections: sectionsOf(sections) }));
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
