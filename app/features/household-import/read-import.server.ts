import { UNDO_HOURS } from "#app/domain/people/import-refusals.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { ImportState } from "#app/features/roster-import/find-batch.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findHouseholdBatch } from "./find-batch.server.ts";
import {
  type FateCounts,
  type HouseholdImportSummary,
  type HouseholdRecord,
  LINE_FATES,
  type LineFate,
} from "./import-record.ts";
import { readRecords } from "./keep-records.server.ts";

export const LINES_PER_PAGE = 30;
const HOUR_MS = 3_600_000;

export interface HouseholdImportView {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly summary: HouseholdImportSummary;
  readonly undoUntil: number | null;
  readonly villages: readonly string[];
  readonly lines: readonly (Omit<HouseholdRecord, "given" | "outcome"> & {
    readonly outcome: HouseholdRecord["outcome"];
    /** As the line reads now, word for word, for the fields to mend it in. */
    readonly typed: HouseholdRecord["given"];
    readonly villageName: string;
    readonly otherRow: number | null;
  })[];
  readonly shown: LineFate;
  readonly page: number;
  readonly lastPage: number;
}

/** One import with a page of its lines: what must be mended first, unless another kind is asked for. */
export async function readHouseholdImport(
  platform: Pick<Platform, "db" | "keys">,
  scope: CommuneScope,
  batchId: string,
  wish: { readonly fate: string | null; readonly page: number },
): Promise<HouseholdImportView | null> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const batch = await findHouseholdBatch(tx, communeId, batchId);
    if (!batch || batch.state === "discarded") return null;
    const { counts } = batch.summary;
    const shown =
      LINE_FATES.find((fate) => fate === wish.fate) ??
      LINE_FATES.find((fate) => counts[fate] > 0) ??
      "create";
    const lastPage = Math.max(1, Math.ceil(counts[shown] / LINES_PER_PAGE));
    const page = Math.min(Math.max(1, wish.page), lastPage);
    const villages = await findVillages(tx, communeId);
    const nameOf = new Map(villages.map(({ id, name }) => [id, name]));
    const records = await readRecords(tx, platform.keys, communeId, batchId, {
      fate: shown,
      skip: (page - 1) * LINES_PER_PAGE,
      take: LINES_PER_PAGE,
    });
    const rowOf = await rowsOf(tx, platform, communeId, batchId, records);
    return {
      id: batch.id,
      fileName: batch.fileName,
      state: batch.state,
      summary: batch.summary,
      undoUntil: batch.appliedAt ? batch.appliedAt.getTime() + UNDO_HOURS * HOUR_MS : null,
      villages: villages.map(({ name }) => name),
      shown,
      page,
      lastPage,
      lines: records.map(({ given, ...record }) => {
        const other = otherLineOf(record.outcome);
        const typed = { ...given, ...record.mend };
        return {
          ...record,
          typed,
          villageName:
            "villageId" in record.outcome ? (nameOf.get(record.outcome.villageId) ?? "") : typed.village,
          otherRow: other === null ? null : (rowOf.get(other) ?? null),
        };
      }),
    };
  });
}

function otherLineOf(outcome: HouseholdRecord["outcome"]): number | null {
  if (outcome.fate !== "problem") return null;
  const twin = outcome.problems.find(({ code }) => code === "duplicate_in_file");
  return twin?.code === "duplicate_in_file" ? twin.line : null;
}

/** The row of the file in which another line stands, where this one repeats it. */
async function rowsOf(
  tx: Tx,
  { keys }: Pick<Platform, "keys">,
  communeId: number,
  batchId: string,
  records: readonly HouseholdRecord[],
): Promise<Map<number, number>> {
  if (!records.some(({ outcome }) => otherLineOf(outcome) !== null)) return new Map();
  const all = await readRecords(tx, keys, communeId, batchId);
  return new Map(all.map(({ line, place }) => [line, place.row]));
}

export interface HouseholdImportListing {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly madeAt: number;
  readonly counts: FateCounts;
}

/** The last imports of the commune, the newest first. */
export async function readHouseholdImports(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
): Promise<HouseholdImportListing[]> {
  const communeId = onlyCommune(scope);
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.importBatch.findMany({
      where: { communeId, kind: "household", state: { not: "discarded" } },
      orderBy: { madeAt: "desc" },
      take: 10,
      select: { id: true, fileName: true, state: true, madeAt: true, summary: true },
    }),
  );
  return rows.map(({ summary, state, madeAt, ...row }) => ({
    ...row,
    state: state as ImportState,
    madeAt: madeAt.getTime(),
    counts: (summary as unknown as HouseholdImportSummary).counts,
  }));
}
