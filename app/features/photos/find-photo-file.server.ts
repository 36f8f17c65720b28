import type { Tx } from "#app/platform/db/database.ts";

export type PhotoSize = "large" | "small";

export interface PhotoFile {
  readonly sha256: string;
  readonly uploadedBy: readonly string[];
  /** The records it is on. */
  readonly claimIds: readonly string[];
  /** D04: shows a stall of the register, for everybody who may read the commune's work. */
  readonly isOfStall: boolean;
}

/** Where a photo lies and what it belongs to; whoever calls judges who may look. */
export async function findPhotoFile(
  tx: Tx,
  communeId: number,
  photoId: string,
  size: PhotoSize,
): Promise<PhotoFile | null> {
  const rows = await tx.$queryRaw<PhotoFile[]>`
    select encode(case when ${size === "small"}::boolean then p.thumb_sha256 else p.sha256 end, 'hex') as sha256,
           array(select distinct u.uploaded_by::text from photo_upload u
                  where u.commune_id = p.commune_id and u.photo_id = p.id) as "uploadedBy",
           array(select f.claim_id::text from claim_photo f
                  where f.commune_id = p.commune_id and f.photo_id = p.id order by f.claim_id) as "claimIds",
           exists (select from market_proof r
                    where r.commune_id = p.commune_id and r.photo_id = p.id) as "isOfStall"
      from photo p where p.commune_id = ${communeId} and p.id = ${photoId}::uuid`;
  return rows[0] ?? null;
}
