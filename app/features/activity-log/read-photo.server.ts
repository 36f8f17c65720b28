import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findPhotoFile, type PhotoSize } from "#app/features/photos/find-photo-file.server.ts";
import { readKeptFile } from "#app/platform/files/file-store.server.ts";
import { judgeSight } from "./judge-sight.server.ts";

export interface ShownPhoto {
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** More records than honest work puts one picture on; each further one would cost every look at it. */
const CLAIMS_ASKED = 20;

/** A picture, for whoever sent it and whoever may read a record it is on, a stall's for all; null for everybody else. */
export async function readPhoto(
  caller: Caller,
  photoId: string,
  size: PhotoSize,
): Promise<ShownPhoto | null> {
  const { platform, communeId, person } = caller;
  if (communeId === null || !isId(photoId)) return null;
  const sha256 = await platform.db.withCommunes(caller.scope("activity-log.read-photo"), async (tx) => {
    const photo = await findPhotoFile(tx, communeId, photoId, size);
    if (!photo) return null;
    if (photo.isOfStall || photo.uploadedBy.includes(person.accountId)) return photo.sha256;
    for (const claimId of photo.claimIds.slice(0, CLAIMS_ASKED)) {
      if (await judgeSight(tx, caller, communeId, claimId)) return photo.sha256;
    }
    return null;
  });
  if (sha256 === null) return null;
  const bytes = await readKeptFile(platform.config.dataDir, sha256);
  return bytes && { sha256, bytes };
}
