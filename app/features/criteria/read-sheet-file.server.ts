import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import type { TextRefusal } from "#app/domain/text/clean-text.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { CriteriaRefusal } from "#app/domain/year/criteria-refusals.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { readSheetTable, type SheetReading } from "#app/domain/year/read-sheet-table.ts";
import { refuseApart } from "#app/features/roster-import/plan-records.server.ts";
import { receiveUpload } from "#app/features/roster-import/receive-upload.server.ts";
import type { Platform } from "#app/platform/platform.ts";

type IdentityRefusal = Extract<TextRefusal, { code: "identity_number" }>;

/** A scoring sheet as an office sends it: opened in a thread of its own, judged by its bytes and not by its name. */
export async function readSheetFile(
  platform: Pick<Platform, "apart">,
  fields: FormData,
  known: CriteriaSheet,
): Promise<Verdict<SheetReading, CriteriaRefusal | ImportRefusal | IdentityRefusal>> {
  const upload = await receiveUpload(fields);
  if (!upload.ok) return upload;
  const answer = await platform.apart.run("read-table", { bytes: upload.value.bytes });
  if (!answer.ok) return refuseApart(answer);
  if (!answer.output.ok) return refused({ code: answer.output.code });
  for (const { rows } of answer.output.sheets) {
    const reading = readSheetTable(rows, known);
    if (reading.ok || reading.code !== "criteria_table_unknown") return reading;
  }
  return refused({ code: "criteria_table_unknown" });
}
