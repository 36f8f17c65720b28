import { createHash } from "node:crypto";
import { writeSeal } from "#app/domain/months/seal.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { failpoint } from "#app/platform/failpoint/failpoint.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type ReadRows, readSealFacts, type SealLink } from "./read-seal-facts.server.ts";
import { SEAL_LINK } from "./seal-facts.sql.ts";

const ROWS_AT_ONCE = 1000;

/** Closes a frozen month for good. The caller holds the commune's ledger and the month. */
export async function sealMonth(
  platform: Pick<Platform, "config">,
  tx: Tx,
  communeId: number,
  monthId: number,
  now: Date,
): Promise<void> {
  const [last] = await tx.$queryRawUnsafe<SealLink[]>(SEAL_LINK, communeId);
  if (!last) throw new Error("the line of seals could not be read");
  const link = { number: last.number + 1, previous: last.previous };
  const content = writeSeal(await readSealFacts(rowsOf(tx), communeId, monthId, link));
  failpoint(platform.config, "months.seal-read");
  await tx.monthSeal.createMany({
    data: {
      communeId,
      monthId,
      number: link.number,
      content,
      sha256: sha256(content),
      previousSha256: new Uint8Array(Buffer.from(link.previous, "hex")),
      sealedAt: now,
    },
  });
  failpoint(platform.config, "months.seal-kept");
  await tx.month.update({
    where: { communeId_id: { communeId, id: monthId } },
    data: { state: "sealed", sealedAt: now },
    select: { id: true },
  });
}

/** What the seal of a month would say today, told by the facts alone. */
export async function recomputeSeal(
  read: ReadRows,
  communeId: number,
  monthId: number,
  link: SealLink,
): Promise<{ readonly content: string; readonly sha256: string }> {
  const content = writeSeal(await readSealFacts(read, communeId, monthId, link));
  return { content, sha256: Buffer.from(sha256(content)).toString("hex") };
}

function sha256(content: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(content, "utf8").digest());
}

/** Through a cursor of the transaction, so that a long month is read in pages. */
export function rowsOf(tx: Tx): ReadRows {
  return async function* read<Row extends object>(sql: string, values: readonly unknown[]) {
    await tx.$executeRawUnsafe(`declare seal_rows no scroll cursor for ${sql}`, ...values);
    try {
      while (true) {
        const rows = await tx.$queryRawUnsafe<Row[]>(`fetch ${ROWS_AT_ONCE} from seal_rows`);
        yield* rows;
        if (rows.length < ROWS_AT_ONCE) return;
      }
    } finally {
      await tx.$executeRawUnsafe("close seal_rows");
    }
  };
}
