import type { Tx } from "#app/platform/db/database.ts";

interface ReportToPlant {
  readonly communeId: number;
  readonly askerId: string;
  readonly teamId: number;
  readonly now: Date;
  readonly canary: string;
  newId(): string;
}

/** A report the office asked for, with the team's sheet half written. */
export async function plantReport(
  tx: Tx,
  { communeId, askerId, teamId, now, canary, newId }: ReportToPlant,
): Promise<{ readonly callId: string; readonly reportId: string }> {
  const [callId, reportId] = [newId(), newId()];
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
  return { callId, reportId };
}
