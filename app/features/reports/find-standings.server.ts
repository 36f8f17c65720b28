import type { ReportStanding, ReportUnit } from "#app/domain/reports/report.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CallRow, REPORT_COLUMNS, sectionsOf, standingOf } from "./report-rows.ts";

/** L30: how each team and unit stands that was asked, for the report that adds them up. */
export async function findStandings<Rest>(
  tx: Tx,
  { communeId, call, now }: { communeId: number; call: CallRow; now: Date },
  rest: (teams: ReadonlyMap<number, ReportStanding>) => Rest,
): Promise<Rest & { readonly units: readonly ReportUnit[] }> {
  const rows = await tx.report.findMany({
    where: { communeId, callId: call.id, isAsked: true },
    select: REPORT_COLUMNS,
    orderBy: { id: "asc" },
  });
  const teams = new Map<number, ReportStanding>();
  for (const row of rows) {
    if (row.teamId !== null) teams.set(row.teamId, standingOf(row, call.senderLateFrom, now.getTime()));
  }
  const asked = rows.flatMap((row) => (row.organisationId === null ? [] : [row.organisationId]));
  const names = await tx.organisation.findMany({
    where: { communeId, id: { in: asked } },
    select: { id: true, name: true, kind: true },
    orderBy: [{ kind: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  const units = names.flatMap(({ id, name, kind }) => {
    const row = rows.find(({ organisationId }) => organisationId === id);
    if (!row) return [];
    const standing = standingOf(row, call.senderLateFrom, now.getTime());
    const sections = standing.sentAt === null ? null : sectionsOf(row.sections);
    return [{ id, name, kind: kind as ReportUnit["kind"], standing, sections }];
  });
  return { ...rest(teams), units };
}
