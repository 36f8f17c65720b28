import { createHash } from "node:crypto";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import { type ImportRefusal, MOST_IMPORT_ROWS } from "#app/domain/people/import-refusals.ts";
import type { RosterYears } from "#app/domain/people/roster-sheet.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { RosterSheetRead } from "#app/platform/apart/apart.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { summaryColumn } from "./find-batch.server.ts";
import { countFates, type ImportRecord, type ImportSummary } from "./import-record.ts";
import { WHOLE_LIST } from "./in-turns.server.ts";
import { insertLines, sealRecords } from "./keep-records.server.ts";
import { planRecords, refuseApart } from "./plan-records.server.ts";
import { readRosterFacts } from "./read-import-facts.server.ts";
import type { Upload } from "./receive-upload.server.ts";

type House = Pick<Platform, "db" | "clock" | "random" | "keys" | "apart">;

/**
 * Reads a roster and keeps, sealed, what each of its lines would do. Nothing of the roster changes. Earlier
 * previews of the same person that came to nothing are thrown away with their lines.
 */
export async function previewRoster(
  platform: House,
  scope: CommuneScope,
  upload: Upload,
  effectiveOn: LocalDate,
): Promise<Verdict<{ batchId: Id }, ImportRefusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  const years = sensibleYears(effectiveOn);
  const sha256 = new Uint8Array(createHash("sha256").update(upload.bytes).digest());
  const answer = await platform.apart.run("read-roster", { bytes: upload.bytes, years });
  if (!answer.ok) return refuseApart(answer);
  if (!answer.output.ok) return refused({ code: answer.output.code });
  const { sheets } = answer.output;
  const records = recordsOf(sheets);
  if (records.length === 0) return refused({ code: "no_people" });
  if (records.length > MOST_IMPORT_ROWS) return refused({ code: "too_many_rows", maximum: MOST_IMPORT_ROWS });

  const facts = await platform.db.withCommunes(scope, (tx) =>
    readRosterFacts(tx, communeId, effectiveOn, {}),
  );
  const planned = await planRecords(platform, communeId, records, facts, years);
  if (!planned.ok) return planned;
  const lines = await sealRecords(platform.keys, communeId, planned.value);
  const batchId = makeId(now.getTime(), platform.random.bytes(10));
  await platform.db.withCommunes(
    scope,
    async (tx) => {
      await discardEarlier(tx, scope);
      const before = await tx.importBatch.findFirst({
        where: { communeId, kind: "roster", state: "applied", fileSha256: sha256 },
        orderBy: { appliedAt: "desc" },
        select: { appliedAt: true },
      });
      const summary: ImportSummary = {
        counts: countFates(planned.value),
        ...countOthers(sheets),
        teams: {},
        teamsMade: [],
        appliedBefore: before?.appliedAt?.toISOString() ?? null,
        years,
      };
      await tx.importBatch.create({
        data: {
          communeId,
          id: batchId,
          kind: "roster",
          fileName: upload.fileName,
          fileSha256: sha256,
          state: "previewed",
          effectiveOn: toDatabaseDay(effectiveOn),
          summary: summaryColumn(summary),
          madeBy: scope.actorId ?? raiseNobody(),
          madeAt: now,
        },
      });
      await insertLines(tx, communeId, batchId, lines);
    },
    WHOLE_LIST,
  );
  return allowed({ batchId });
}

/** Members are grown or nearly so: the plan's volunteers begin at ten, and nobody is over a hundred. */
function sensibleYears(day: LocalDate): RosterYears {
  const { year } = partsOf(day);
  return { oldestBirth: year - 100, youngestBirth: year - 10 };
}

function recordsOf(sheets: readonly RosterSheetRead[]): ImportRecord[] {
  const records: ImportRecord[] = [];
  for (const { name, rows } of sheets) {
    for (const row of rows) {
      if (row.kind !== "person") continue;
      const line = records.length + 1;
      records.push({
        line,
        place: { sheet: sheets.length > 1 ? name : "", row: row.line },
        row,
        mend: {},
        choice: null,
        isLeftOut: false,
        person: row.person,
        outcome: { fate: "problem", problems: [] },
      });
    }
  }
  return records;
}

function countOthers(sheets: readonly RosterSheetRead[]) {
  const kinds = sheets.flatMap(({ rows }) => rows.map(({ kind }) => kind));
  return {
    sections: kinds.filter((kind) => kind === "section").length,
    totals: kinds.filter((kind) => kind === "total").length,
    ignoredCitizenIds: sheets.some(({ ignoredCitizenIds }) => ignoredCitizenIds),
  };
}

async function discardEarlier(tx: Tx, scope: CommuneScope): Promise<void> {
  const communeId = onlyCommune(scope);
  const open = await tx.importBatch.findMany({
    where: { communeId, kind: "roster", state: "previewed", madeBy: scope.actorId ?? "" },
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  await tx.importLine.deleteMany({ where: { communeId, batchId: { in: ids } } });
  await tx.importBatch.updateMany({ where: { communeId, id: { in: ids } }, data: { state: "discarded" } });
}

function raiseNobody(): never {
  throw new Error("an import is made by a person");
}
