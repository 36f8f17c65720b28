import { LOOKS_PER_VILLAGE_AND_YEAR } from "#app/domain/audits/draw.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { commit, sealSecret } from "./seal-secret.server.ts";

export type DrawingPlatform = Pick<Platform, "keys" | "random">;

/**
 * Promises the month's draw before there is anything to draw from: the hash of a secret stands for all to see, the
 * secret itself is sealed under a key kept outside the database. Promising twice keeps the first.
 */
export async function commitAudit(
  platform: DrawingPlatform,
  tx: Tx,
  communeId: number,
  monthId: number,
  now: Date,
): Promise<void> {
  const known = await tx.auditDraw.findUnique({
    where: { communeId_monthId: { communeId, monthId } },
    select: { id: true },
  });
  if (known) return;
  const { secret: _, ...promise } = newSecret(platform, communeId, now);
  await tx.auditDraw.createMany({
    data: {
      communeId,
      id: makeId(now.getTime(), platform.random.bytes(10)),
      monthId,
      perVillage: LOOKS_PER_VILLAGE_AND_YEAR,
      ...promise,
    },
    skipDuplicates: true,
  });
}

export function newSecret({ keys, random }: DrawingPlatform, communeId: number, now: Date) {
  const secret = random.bytes(32);
  return {
    secret: new Uint8Array(secret),
    commitment: commit(secret),
    sealedSecret: sealSecret(keys, communeId, secret),
    committedAt: now,
  };
}
