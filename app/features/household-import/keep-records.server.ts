import { inBatches, mapInTurns } from "#app/features/roster-import/in-turns.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { fateOf, type HouseholdRecord } from "./import-record.ts";
import type { TellProgress } from "./tell-progress.server.ts";

const BATCH = 1_000;

interface SealedLine {
  readonly line: number;
  readonly sealed: string;
  readonly fate: string;
}

/** Names of people in a list nobody has taken over yet: readable only under the commune's key. */
function sealRecords(
  keys: KeyRing,
  communeId: number,
  records: readonly HouseholdRecord[],
): Promise<SealedLine[]> {
  return mapInTurns(records, (record) => ({
    line: record.line,
    sealed: Buffer.from(keys.seal(purposeOf(communeId), JSON.stringify(record))).toString("base64"),
    fate: fateOf(record),
  }));
}

export async function insertRecords(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  records: readonly HouseholdRecord[],
  tell: TellProgress,
): Promise<void> {
  let done = 0;
  for (const batch of inBatches(await sealRecords(keys, communeId, records), BATCH)) {
    tell("close", done, records.length);
    done += batch.length;
    await tx.$executeRaw`
      insert into import_line (commune_id, batch_id, line, sealed, fate)
      select ${communeId}, ${batchId}::uuid, line, decode(sealed, 'base64'), fate
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given (line int, sealed text, fate text)`;
  }
}

export async function updateRecords(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  records: readonly HouseholdRecord[],
): Promise<void> {
  for (const batch of inBatches(await sealRecords(keys, communeId, records), BATCH)) {
    await tx.$executeRaw`
      update import_line set sealed = decode(given.sealed, 'base64'), fate = given.fate
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given (line int, sealed text, fate text)
       where commune_id = ${communeId} and batch_id = ${batchId}::uuid and import_line.line = given.line`;
  }
}

export async function readRecords(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  only: { readonly fate: string; readonly skip: number; readonly take: number } | null = null,
): Promise<HouseholdRecord[]> {
  const records: HouseholdRecord[] = [];
  const wanted = only?.take ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const take = Math.min(BATCH, wanted - records.length);
    const rows = await tx.importLine.findMany({
      where: { communeId, batchId, ...(only ? { fate: only.fate } : {}) },
      orderBy: { line: "asc" },
      skip: (only?.skip ?? 0) + records.length,
      take,
      select: { sealed: true },
    });
    const opened = await mapInTurns(
      rows,
      ({ sealed }) => JSON.parse(keys.open(purposeOf(communeId), sealed)) as HouseholdRecord,
    );
    records.push(...opened);
    if (rows.length < take || records.length >= wanted) return records;
  }
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:import-line`;
}
