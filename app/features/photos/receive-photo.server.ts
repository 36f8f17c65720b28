import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { isId } from "#app/domain/ids.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import { type PhotoCaller, type UploadedPhoto, uploadPhoto } from "./upload-photo.server.ts";

/**
 * A form with `id` (made before sending), `photo` (the file) and perhaps `takenOn`: the day the phone read from the
 * picture before it made it smaller. It is a hint to whoever looks at the picture, and believed as little as the
 * camera's own.
 */
export async function receivePhoto(
  caller: PhotoCaller,
  fields: FormData | null,
): Promise<Verdict<UploadedPhoto, PhotoRefusal>> {
  const id = fields?.get("id");
  const file = fields?.get("photo");
  if (typeof id !== "string" || !isId(id) || !(file instanceof Blob))
    return refused({ code: "photo_missing" });
  const takenOn = parseLocalDate(String(fields?.get("takenOn") ?? ""));
  return uploadPhoto(caller, { id, bytes: new Uint8Array(await file.arrayBuffer()), takenOn });
}
