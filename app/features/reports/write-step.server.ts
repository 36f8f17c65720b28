import type { ReportStage, ReportStep } from "#app/domain/reports/report.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface NewStep {
  readonly communeId: number;
  readonly reportId: string;
  readonly stage: ReportStage;
  readonly act: ReportStep["act"];
  readonly version: number;
  readonly reason: string | null;
  readonly isLate: boolean;
  readonly doneBy: string;
  readonly doneAt: Date;
}

/** J09: each step with its time. The caller holds the report's row, so that the numbers follow each other. */
export async function writeStep(tx: Tx, step: NewStep): Promise<void> {
  const { communeId, reportId } = step;
  const number = (await tx.reportStep.count({ where: { communeId, reportId } })) + 1;
  await tx.reportStep.createMany({ data: { ...step, number } });
}
