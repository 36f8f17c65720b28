import type { HouseholdMend } from "#app/domain/households/plan-household-import.ts";
import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { summaryColumn } from "#app/features/roster-import/find-batch.server.ts";
import { WHOLE_LIST } from "#app/features/roster-import/in-turns.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockHouseholdBatch } from "./find-batch.server.ts";
import { countFates, fateOf, type HouseholdRecord } from "./import-record.ts";
import { readRecords, updateRecords } from "./keep-records.server.ts";
import { planRecords, readRegisterFacts } from "./plan-records.server.ts";

/** What a person says over the file. */
export type HouseholdWish =
  | { readonly act: "mend"; readonly line: number; readonly mend: HouseholdMend }
  | { readonly act: "leave_out" | "take_back"; readonly line: number }
  | { readonly act: "leave_out_problems" };

/** Writes the wish into its line and plans every line anew: one code mended can settle or unsettle another. */
export async function mendHouseholds(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  batchId: string,
  wish: HouseholdWish,
): Promise<Verdict<null, Extract<ImportRefusal, { code: "import_not_open" }>>> {
  const communeId = onlyCommune(scope);
  const { keys } = platform;
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      const batch = await lockHouseholdBatch(tx, communeId, batchId);
      if (batch?.state !== "previewed") return refused({ code: "import_not_open" });
      const before = await readRecords(tx, keys, communeId, batchId);
      const facts = await readRegisterFacts(tx, keys, communeId);
      const planned = await planRecords(
        before.map((record) => withWish(record, wish)),
        facts,
      );
      const changed = planned.filter(
        (record, index) => JSON.stringify(record) !== JSON.stringify(before[index]),
      );
      await updateRecords(tx, keys, communeId, batchId, changed);
      await tx.importBatch.update({
        where: { communeId_id: { communeId, id: batchId } },
        data: { summary: summaryColumn({ ...batch.summary, counts: countFates(planned) }) },
        select: { id: true },
      });
      return allowed(null);
    },
    WHOLE_LIST,
  );
}

function withWish(record: HouseholdRecord, wish: HouseholdWish): HouseholdRecord {
  if (wish.act === "leave_out_problems")
    return fateOf(record) === "problem" ? { ...record, isLeftOut: true } : record;
  if (record.line !== wish.line) return record;
  switch (wish.act) {
    case "mend":
      return { ...record, mend: { ...record.mend, ...wish.mend } };
    case "leave_out":
      return { ...record, isLeftOut: true };
    case "take_back":
      return { ...record, isLeftOut: false };
  }
}
