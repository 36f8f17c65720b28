import { createHash } from "node:crypto";
import { writeXlsx } from "hucre/xlsx";
import type { Tx } from "#app/platform/db/database.ts";

interface ReportToPlant {
  readonly communeId: number;
  readonly askerId: string;
  readonly teamId: number;
  readonly now: Date;
  readonly canary: string;
  newId(): string;
}

/** A report the office asked for, with the team's sheet half written, and a form of others. */
export async function plantReport(
  tx: Tx,
  { communeId, askerId, teamId, now, canary, newId }: ReportToPlant,
): Promise<{ readonly callId: string; readonly reportId: string; readonly formId: string }> {
  const [callId, reportId, formId] = [newId(), newId(), newId()];
  const due = new Date(now.getTime() + 5 * 86_400_000);
  await tx.reportCall.create({
    data: {
      communeId,
      id: callId,
      periodKey: "2026-09-15..2026-10-14",
      isOnRequest: true,
      title: `Báo cáo ${canary}`,
      request: canary,
      senderLateFrom: due,
      officeLateFrom: due,
      openedBy: askerId,
      openedAt: now,
    },
    select: { id: true },
  });
  const sections = { remarks: { text: canary, isNone: false } };
  await tx.report.createMany({
    data: [
      { communeId, id: reportId, callId, teamId, sections, changedBy: askerId, changedAt: now },
      { communeId, id: newId(), callId },
    ],
  });
  const by = { madeBy: askerId, madeAt: now, changedBy: askerId, changedAt: now };
  const mapping = [{ sheet: canary, cell: "B2", spread: "commune", metric: "members" }];
  await tx.reportForm.createMany({
    data: [{ communeId, id: formId, name: `Biểu ${canary}`, version: 1, mapping, ...by }],
  });
  const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: canary, rows: [[canary], [canary]] }] }));
  const layout = [{ name: canary, texts: { A1: canary, A2: canary }, formulas: [], merges: [] }];
  await tx.reportFormFile.createMany({
    data: [
      {
        communeId,
        formId,
        version: 1,
        sha256: new Uint8Array(createHash("sha256").update(bytes).digest()),
        bytes,
        layout,
        uploadedBy: askerId,
        uploadedAt: now,
      },
    ],
  });
  return { callId, reportId, formId };
}
