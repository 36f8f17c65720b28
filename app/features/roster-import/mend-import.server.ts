import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import type { RosterMend } from "#app/domain/people/mend-roster-row.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockRosterBatch, summaryColumn } from "./find-batch.server.ts";
import { countFates, type ImportRecord, type ImportSummary } from "./import-record.ts";
import { WHOLE_LIST } from "./in-turns.server.ts";
import { readRecords, sealRecords, updateLines } from "./keep-records.server.ts";
import { planRecords } from "./plan-records.server.ts";
import { readRosterFacts } from "./read-import-facts.server.ts";

/** What a person says over the file. */
export type ImportMend =
  | {
      readonly act: "mend";
      readonly line: number;
      readonly mend: RosterMend;
      /** The village is meant for every line in which the file says the same. */
      readonly everyVillage: boolean;
    }
  | { readonly act: "choose"; readonly line: number; readonly choice: string }
  | { readonly act: "leave_out"; readonly line: number }
  | { readonly act: "take_back"; readonly line: number }
  | { readonly act: "leave_out_problems" }
  | {
      readonly act: "settle";
      readonly effectiveOn: LocalDate;
      readonly teams: Readonly<Record<string, number>>;
    }
  /** Nothing new: the roster itself has changed since the lines were planned. */
  | { readonly act: "look_again" };

type Refusal = Extract<
  ImportRefusal,
  { code: "import_not_open" | "workbook_too_large" | "import_busy" | "import_failed" }
>;

/** Writes the mend into its line and plans every line anew: one phone mended can settle or unsettle another. */
export async function mendImport(
  platform: Pick<Platform, "db" | "keys" | "apart">,
  scope: CommuneScope,
  batchId: string,
  wish: ImportMend,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      const batch = await lockRosterBatch(tx, communeId, batchId);
      if (batch?.state !== "previewed") return refused({ code: "import_not_open" });
      const teams = wish.act === "settle" ? wish.teams : batch.summary.teams;
      const effectiveOn = wish.act === "settle" ? wish.effectiveOn : batch.effectiveOn;
      const before = await readRecords(tx, platform.keys, communeId, batchId);
      const mended = mendAlike(before, wish).map((record) => mendRecord(record, wish));
      const facts = await readRosterFacts(tx, communeId, effectiveOn, teams);
      const planned = await planRecords(platform, communeId, mended, facts, batch.summary.years);
      if (!planned.ok) return planned;
      const changed = planned.value.filter(
        (record, index) => JSON.stringify(record) !== JSON.stringify(before[index]),
      );
      await updateLines(tx, communeId, batchId, await sealRecords(platform.keys, communeId, changed));
      const summary: ImportSummary = { ...batch.summary, teams, counts: countFates(planned.value) };
      await tx.importBatch.update({
        where: { communeId_id: { communeId, id: batchId } },
        data: { summary: summaryColumn(summary), effectiveOn: toDatabaseDay(effectiveOn) },
        select: { id: true },
      });
      return allowed(null);
    },
    WHOLE_LIST,
  );
}

/** One answer for a village the list writes otherwise than the commune: a section of twenty people is one question. */
function mendAlike(records: readonly ImportRecord[], wish: ImportMend): readonly ImportRecord[] {
  if (wish.act !== "mend" || !wish.everyVillage || wish.mend.village === undefined) return records;
  const { village } = wish.mend;
  const words = records.find(({ line }) => line === wish.line)?.row.person.village ?? null;
  if (words === null) return records;
  return records.map((record) =>
    record.row.person.village === words && record.mend.village === undefined
      ? { ...record, mend: { ...record.mend, village } }
      : record,
  );
}

function mendRecord(record: ImportRecord, wish: ImportMend): ImportRecord {
  if (wish.act === "leave_out_problems") {
    const isOpen = record.outcome.fate === "problem" || record.outcome.fate === "conflict";
    return isOpen ? { ...record, isLeftOut: true } : record;
  }
  if (wish.act === "settle" || wish.act === "look_again" || record.line !== wish.line) return record;
  switch (wish.act) {
    case "mend":
      return { ...record, mend: { ...record.mend, ...wish.mend } };
    case "choose":
      return { ...record, choice: wish.choice };
    case "leave_out":
      return { ...record, isLeftOut: true };
    case "take_back":
      return { ...record, isLeftOut: false };
  }
}
