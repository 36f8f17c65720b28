import type { Tx } from "#app/platform/db/database.ts";
import { readKeptFile } from "#app/platform/files/file-store.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPhotoFile, type PhotoSize } from "./find-photo-file.server.ts";

/** The picture of a paper or a material; whoever calls has judged that its reader may have it. */
export async function findPicture(tx: Tx, communeId: number, photoId: string, size: PhotoSize) {
  const photo = await findPhotoFile(tx, communeId, photoId, size);
  return photo && { sha256: photo.sha256 };
}

export async function answerPicture(
  platform: Pick<Platform, "config">,
  request: Request,
  { sha256 }: { readonly sha256: string },
  cacheControl: string,
): Promise<Response | null> {
  const headers = {
    "Content-Type": "image/webp",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": cacheControl,
    ETag: `"${sha256}"`,
  };
  if (request.headers.get("If-None-Match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  const bytes = await readKeptFile(platform.config.dataDir, sha256);
  return bytes && new Response(new Uint8Array(bytes), { headers });
}
