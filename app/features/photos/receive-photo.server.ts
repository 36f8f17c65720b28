import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { isId } from "#app/domain/ids.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import { type PhotoCaller, type UploadedPhoto, uploadPhoto } from "./upload-photo.server.ts";

/** A form with `id` (made before sending) and `photo` (the file). */
export async function receivePhoto(
  caller: PhotoCaller,
  fields: FormData | null,
): Promise<Verdict<UploadedPhoto, PhotoRefusal>> {
  const id = fields?.get("id");
  const file = fields?.get("photo");
  if (typeof id !== "string" || !isId(id) || !(file instanceof Blob))
    return refused({ code: "photo_missing" });
  return uploadPhoto(caller, { id, bytes: new Uint8Array(await file.arrayBuffer()) });
}
