import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { carryOutLines } from "./carry-out-lines.server.ts";
import { lockRosterBatch, summaryColumn } from "./find-batch.server.ts";
import { countFates, type FateCounts, fateOf, type ImportSummary } from "./import-record.ts";
import { joinWholeLists, WHOLE_LIST } from "./in-turns.server.ts";
import { readRecords, sealRecords, updateLines } from "./keep-records.server.ts";
import { stampEffects, writeEffects } from "./line-effects.server.ts";
import { planRecords } from "./plan-records.server.ts";
import { readRosterFacts } from "./read-import-facts.server.ts";

type Refusal = Extract<
  ImportRefusal,
  {
    code:
      | "import_not_open"
      | "import_not_ready"
      | "import_changed_meanwhile"
      | "workbook_too_large"
      | "import_busy"
      | "import_failed";
  }
>;

/**
 * Takes the whole import over, or nothing. What is done is what the person saw: when the roster has changed since,
 * the lines are planned anew and shown again instead. Sent twice it is done once.
 */
export async function applyImport(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "apart" | "live">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<FateCounts, Refusal>> {
  const communeId = onlyCommune(scope);
  const { keys } = platform;
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      await joinWholeLists(tx);
      await tx.$executeRaw`select from commune where id = ${communeId} for update`;
      const batch = await lockRosterBatch(tx, communeId, batchId);
      if (batch?.state === "applied") return allowed(batch.summary.counts);
      if (batch?.state !== "previewed") return refused({ code: "import_not_open" });
      const { effectiveOn, summary } = batch;
      const seen = await readRecords(tx, keys, communeId, batchId);
      const facts = await readRosterFacts(tx, communeId, effectiveOn, summary.teams);
      const planned = await planRecords(platform, communeId, seen, facts, summary.years);
      if (!planned.ok) return planned;
      const records = planned.value;
      const counts = countFates(records);
      const changed = records.filter(
        ({ outcome }, index) => JSON.stringify(outcome) !== JSON.stringify(seen[index]?.outcome),
      );
      if (changed.length > 0) {
        await updateLines(tx, communeId, batchId, await sealRecords(keys, communeId, changed));
        await writeSummary({ ...summary, counts }, {});
        return refused({ code: "import_changed_meanwhile" });
      }
      const open = counts.problem + counts.conflict;
      if (open > 0) return refused({ code: "import_not_ready", count: open });

      const act = rosterAct(platform, scope);
      const kept = records.filter((record) => fateOf(record) !== "ignored");
      const done = await carryOutLines(tx, keys, act, { records: kept, facts, effectiveOn });
      await writeEffects(tx, keys, communeId, batchId, done.effects);
      await stampEffects(tx, communeId, batchId);
      await writeSummary(
        { ...summary, counts, teamsMade: done.teamsMade },
        { state: "applied", appliedAt: act.now },
      );
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(counts);

      async function writeSummary(value: ImportSummary, change: { state?: string; appliedAt?: Date }) {
        await tx.importBatch.update({
          where: { communeId_id: { communeId, id: batchId } },
          data: { ...change, summary: summaryColumn(value) },
          select: { id: true },
        });
      }
    },
    WHOLE_LIST,
  );
}
