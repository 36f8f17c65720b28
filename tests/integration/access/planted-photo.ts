import { randomBytes } from "node:crypto";
import type { Tx } from "#app/platform/db/database.ts";
import { keepFile } from "#app/platform/files/file-store.server.ts";

export interface PhotoWish {
  readonly dataDir: string;
  readonly communeId: number;
  readonly photoId: string;
  readonly claimId: string;
  readonly accountId: string;
  readonly now: Date;
}

/** A picture on a record, with a file behind it; what it shows is nobody's business here. */
export async function plantPhoto(
  tx: Tx,
  { dataDir, communeId, photoId, claimId, accountId, now }: PhotoWish,
): Promise<void> {
  const file = new Uint8Array(Buffer.from(await keepFile(dataDir, randomBytes(64), photoId), "hex"));
  await tx.photo.create({
    data: {
      communeId,
      id: photoId,
      sha256: file,
      sourceSha256: file,
      thumbSha256: file,
      dhash: 0n,
      width: 1,
      height: 1,
      byteCount: 64,
      thumbByteCount: 64,
      uploadedBy: accountId,
      uploadedAt: now,
    },
    select: { id: true },
  });
  await tx.claimPhoto.create({
    data: { communeId, claimId, photoId, position: 1 },
    select: { photoId: true },
  });
}
