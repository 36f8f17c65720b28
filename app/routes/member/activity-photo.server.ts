import { MOST_PHOTOS } from "#app/domain/activity/judge-claim.ts";
import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { receivePhoto } from "#app/features/photos/receive-photo.server.ts";
import { freshIds } from "./activity-log.server.ts";

/** Pictures that came with the form itself, where no script sent them ahead: each becomes a name in the form. */
export async function takePhotoFiles(caller: Caller, fields: FormData): Promise<PhotoRefusal | null> {
  const files = fields.getAll("photoFile").filter((file) => file instanceof Blob && file.size > 0);
  fields.delete("photoFile");
  let refusal: PhotoRefusal | null = null;
  for (const file of files.slice(0, Math.max(0, MOST_PHOTOS - fields.getAll("photo").length))) {
    const one = new FormData();
    one.set("id", freshIds(caller).id);
    one.set("photo", file);
    const verdict = await receivePhoto(caller, one);
    if (verdict.ok) fields.append("photo", verdict.value.photoId);
    else refusal = verdict;
  }
  return refusal;
}
