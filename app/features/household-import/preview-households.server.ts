import { createHash } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import { type ImportRefusal, MOST_IMPORT_ROWS } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { summaryColumn } from "#app/features/roster-import/find-batch.server.ts";
import { WHOLE_LIST } from "#app/features/roster-import/in-turns.server.ts";
import { refuseApart } from "#app/features/roster-import/plan-records.server.ts";
import type { Upload } from "#app/features/roster-import/receive-upload.server.ts";
import type { HouseholdListSheet } from "#app/platform/apart/apart.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { countFates, type HouseholdRecord } from "./import-record.ts";
import { insertRecords } from "./keep-records.server.ts";
import { planRecords, readRegisterFacts } from "./plan-records.server.ts";
import { type TellProgress, tellingProgress } from "./tell-progress.server.ts";

type Refusal = ImportRefusal | Extract<HouseholdRefusal, { code: "no_household_header" | "no_households" }>;

/**
 * Reads a list of households and keeps, sealed, what each of its lines would do. No village's list changes.
 * Earlier previews of the same person that came to nothing are thrown away with their lines.
 */
export async function previewHouseholds(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "apart" | "log">,
  scope: CommuneScope,
  upload: Upload,
  effectiveOn: LocalDate,
): Promise<Verdict<{ batchId: Id }, Refusal>> {
  return tellingProgress(platform, scope, (tell) => preview(platform, scope, upload, effectiveOn, tell));
}

async function preview(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys" | "apart">,
  scope: CommuneScope,
  upload: Upload,
  effectiveOn: LocalDate,
  tell: TellProgress,
): Promise<Verdict<{ batchId: Id }, Refusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  const answer = await platform.apart.run("read-households", { bytes: upload.bytes });
  if (!answer.ok) return refuseApart(answer);
  if (!answer.output.ok) return refused({ code: answer.output.code });
  const { sheets } = answer.output;
  const records = recordsOf(sheets);
  if (records.length === 0) return refused({ code: "no_households" });
  if (records.length > MOST_IMPORT_ROWS) return refused({ code: "too_many_rows", maximum: MOST_IMPORT_ROWS });

  const sha256 = new Uint8Array(createHash("sha256").update(upload.bytes).digest());
  const batchId = makeId(now.getTime(), platform.random.bytes(10));
  const kinds = sheets.flatMap(({ rows }) => rows.map(({ kind }) => kind));
  await platform.db.withCommunes(
    scope,
    async (tx) => {
      const planned = await planRecords(records, await readRegisterFacts(tx, platform.keys, communeId), tell);
      await discardEarlier(tx, scope);
      const before = await tx.importBatch.findFirst({
        where: { communeId, kind: "household", state: "applied", fileSha256: sha256 },
        orderBy: { appliedAt: "desc" },
        select: { appliedAt: true },
      });
      await tx.importBatch.create({
        data: {
          communeId,
          id: batchId,
          kind: "household",
          fileName: upload.fileName,
          fileSha256: sha256,
          state: "previewed",
          effectiveOn: toDatabaseDay(effectiveOn),
          summary: summaryColumn({
            counts: countFates(planned),
            sections: kinds.filter((kind) => kind === "section").length,
            totals: kinds.filter((kind) => kind === "total").length,
            ignoredCitizenIds: sheets.some(({ ignoredCitizenIds }) => ignoredCitizenIds),
            hasNoAdults: sheets.some(({ hasNoAdults }) => hasNoAdults),
            appliedBefore: before?.appliedAt?.toISOString() ?? null,
          }),
          madeBy: scope.actorId ?? raiseNobody(),
          madeAt: now,
        },
        select: { id: true },
      });
      await insertRecords(tx, platform.keys, communeId, batchId, planned, tell);
    },
    WHOLE_LIST,
  );
  return allowed({ batchId });
}

function recordsOf(sheets: readonly HouseholdListSheet[]): HouseholdRecord[] {
  const records: HouseholdRecord[] = [];
  for (const { name, rows } of sheets) {
    for (const row of rows) {
      if (row.kind !== "household") continue;
      records.push({
        line: records.length + 1,
        place: { sheet: sheets.length > 1 ? name : "", row: row.line },
        given: row.household,
        mend: {},
        isLeftOut: false,
        household: { code: null, lane: null, head: "", adults: 0, priorities: [] },
        outcome: { fate: "problem", problems: [] },
      });
    }
  }
  return records;
}

async function discardEarlier(tx: Tx, scope: CommuneScope): Promise<void> {
  const communeId = onlyCommune(scope);
  const open = await tx.importBatch.findMany({
    where: { communeId, kind: "household", state: "previewed", madeBy: scope.actorId ?? "" },
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  await tx.importLine.deleteMany({ where: { communeId, batchId: { in: ids } } });
  await tx.importBatch.updateMany({ where: { communeId, id: { in: ids } }, data: { state: "discarded" } });
}

function raiseNobody(): never {
  throw new Error("an import is made by a person");
}
