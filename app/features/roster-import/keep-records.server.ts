import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { fateOf, type ImportRecord } from "./import-record.ts";
import { inBatches, mapInTurns } from "./in-turns.server.ts";

const BATCH = 1_000;

export interface SealedLine {
  readonly line: number;
  readonly sealed: string;
  readonly fate: string;
  /** Whom of the roster the line was held against. */
  readonly memberId: string | null;
}

/** Names and phones of people nobody has taken over yet: readable only under the commune's key. */
export function sealRecords(
  keys: KeyRing,
  communeId: number,
  records: readonly ImportRecord[],
): Promise<SealedLine[]> {
  return mapInTurns(records, (record) => ({
    line: record.line,
    sealed: Buffer.from(keys.seal(purposeOf(communeId), JSON.stringify(record))).toString("base64"),
    fate: fateOf(record),
    memberId: "memberId" in record.outcome ? record.outcome.memberId : null,
  }));
}

export async function insertLines(
  tx: Tx,
  communeId: number,
  batchId: string,
  lines: readonly SealedLine[],
): Promise<void> {
  for (const batch of inBatches(lines, BATCH)) {
    await tx.$executeRaw`
      insert into import_line (commune_id, batch_id, line, sealed, fate, member_id)
      select ${communeId}, ${batchId}::uuid, given.line, decode(given.sealed, 'base64'), given.fate, given.member_id
        from unnest(${batch.map(({ line }) => line)}::int[], ${batch.map(({ sealed }) => sealed)}::text[],
                    ${batch.map(({ fate }) => fate)}::text[], ${batch.map(({ memberId }) => memberId)}::uuid[])
          as given (line, sealed, fate, member_id)`;
  }
}

export async function updateLines(
  tx: Tx,
  communeId: number,
  batchId: string,
  lines: readonly SealedLine[],
): Promise<void> {
  for (const batch of inBatches(lines, BATCH)) {
    await tx.$executeRaw`
      update import_line
         set sealed = decode(given.sealed, 'base64'), fate = given.fate, member_id = given.member_id
        from unnest(${batch.map(({ line }) => line)}::int[], ${batch.map(({ sealed }) => sealed)}::text[],
                    ${batch.map(({ fate }) => fate)}::text[], ${batch.map(({ memberId }) => memberId)}::uuid[])
          as given (line, sealed, fate, member_id)
       where import_line.commune_id = ${communeId} and batch_id = ${batchId}::uuid
         and import_line.line = given.line`;
  }
}

export async function readRecords(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  batchId: string,
  only: { readonly fates?: readonly string[]; readonly lines?: readonly number[] } = {},
): Promise<ImportRecord[]> {
  const { fates, lines } = only;
  const rows = await tx.$queryRaw<{ sealed: string }[]>`
    select encode(sealed, 'base64') as sealed from import_line
     where commune_id = ${communeId} and batch_id = ${batchId}::uuid
       and (${fates === undefined} or fate = any(${[...(fates ?? [])]}::text[]))
       and (${lines === undefined} or line = any(${[...(lines ?? [])]}::int[]))
     order by line`;
  return mapInTurns(
    rows,
    ({ sealed }) =>
      JSON.parse(keys.open(purposeOf(communeId), Buffer.from(sealed, "base64"))) as ImportRecord,
  );
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:import-line`;
}
