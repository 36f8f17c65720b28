import { type ReportSections, SECTION_KEYS } from "#app/domain/reports/report.ts";
import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { isOpen } from "#app/domain/reports/report-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { sectionsOf, stateOf } from "./report-rows.ts";

export interface SectionsWish {
  readonly communeId: number;
  readonly reportId: string;
  /** Of the text it was written over. */
  readonly revision: number;
  readonly sections: ReportSections;
  readonly actorId: string;
  readonly now: Date;
}

type SaveRefusal = Extract<
  ReportRefusal,
  { code: "report_not_there" | "report_not_asked" | "report_not_open" | "report_changed_meanwhile" }
>;

/**
 * Writes what a person says. Over an older text it writes nothing: whoever wrote in between keeps their words, and both
 * are shown side by side. Saving the same twice is saving once.
 */
export async function saveSections(
  tx: Tx,
  { communeId, reportId, revision, sections, actorId, now }: SectionsWish,
): Promise<Verdict<{ readonly revision: number }, SaveRefusal>> {
  await tx.$executeRaw`select from report where commune_id = ${communeId} and id = ${reportId}::uuid for update`;
  const report = await tx.report.findUnique({
    where: { communeId_id: { communeId, id: reportId } },
    select: { state: true, sections: true, revision: true, isAsked: true },
  });
  if (!report) return refused({ code: "report_not_there" });
  if (!report.isAsked) return refused({ code: "report_not_asked" });
  const state = stateOf(report);
  if (!isOpen(state)) return refused({ code: "report_not_open", state });
  if (isSame(sectionsOf(report.sections), sections)) return allowed({ revision: report.revision });
  if (report.revision !== revision) return refused({ code: "report_changed_meanwhile" });
  await tx.report.update({
    where: { communeId_id: { communeId, id: reportId } },
    data: { sections: kept(sections), revision: revision + 1, changedBy: actorId, changedAt: now },
    select: { id: true },
  });
  return allowed({ revision: revision + 1 });
}

/** As the database keeps it. */
function kept(sections: ReportSections): Record<string, { text: string; isNone: boolean }> {
  return Object.fromEntries(SECTION_KEYS.map((key) => [key, { ...sections[key] }]));
}

function isSame(left: ReportSections, right: ReportSections): boolean {
  return SECTION_KEYS.every(
    (key) => left[key].text === right[key].text && left[key].isNone === right[key].isNone,
  );
}
