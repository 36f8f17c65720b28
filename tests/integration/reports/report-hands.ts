import type { ReportSections } from "#app/domain/reports/report.ts";
import { decideReport } from "#app/features/reports/decide-report.server.ts";
import { findReport, findReportPaper } from "#app/features/reports/find-report.server.ts";
import { sendReport } from "#app/features/reports/send-report.server.ts";
import type { TestOffice } from "../communes/office.ts";
import type { Workers } from "../months/workers-of-a-month.ts";

/** What its writers add to the figures. */
export const SAID: ReportSections = {
  difficulties: { text: "", isNone: true },
  proposals: { text: "Xin thêm một máy in.", isNone: false },
  plan: { text: "Đi từng ngõ.", isNone: false },
  remarks: { text: "", isNone: false },
};

/** Sending, deciding and reading reports as the people of a commune do. */
export function reportHands(office: TestOffice, workers: () => Workers) {
  const act = <Answer>(work: Parameters<typeof office.platform.db.withCommunes<Answer>>[1]) =>
    office.platform.db.withCommunes(workers().commune.scope, work);

  const send = (reportId: string, now: Date | string, wish: { by?: string; onPaper?: boolean } = {}) => {
    office.setNow(new Date(now));
    return act((tx) =>
      sendReport(tx, {
        communeId: workers().communeId,
        reportId,
        revision: 1,
        sections: SAID,
        actorId: wish.by ?? workers().teams[0]?.leaderAccount ?? "",
        now: new Date(now),
        isSignedOnPaper: wish.onPaper ?? false,
      }),
    );
  };

  const decide = (reportId: string, to: "returned" | "approved" | "locked", now: string, version = 1) =>
    act((tx) =>
      decideReport(tx, {
        communeId: workers().communeId,
        reportId,
        act: to,
        version,
        reason: to === "returned" ? "Thiếu số buổi." : null,
        actorId: workers().commune.officerId,
        now: new Date(now),
      }),
    );

  const paper = (reportId: string, now: string) =>
    act(async (tx) => {
      const found = await findReport(tx, workers().communeId, reportId);
      if (!found) throw new Error("no report");
      return findReportPaper(tx, workers().communeId, found, new Date(now));
    });

  return { act, send, decide, paper };
}
