import { readPhotoDay } from "../activity/photo-day.ts";
import { shrinkPhoto } from "../activity/shrink-photo.ts";
import { openPocket } from "./open-pocket.ts";

/** Small and without its place, into the book: it goes with its record. Null where there is no book. */
export async function keepPhotoOnPhone(accountId: string, id: string, file: File): Promise<string | null> {
  const pocket = await openPocket(accountId);
  if (!pocket) return null;
  const takenOn = await readPhotoDay(file);
  const small = await shrinkPhoto(file);
  await pocket.keepPhoto(id, small, takenOn);
  return URL.createObjectURL(small);
}

/** Pictures of a form that lie in the book, to be looked at. */
export async function findPhotosOnPhone(
  accountId: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const pocket = await openPocket(accountId);
  const found: Record<string, string> = {};
  for (const id of pocket ? ids : []) {
    const photo = await pocket?.findPhoto(id);
    if (photo) found[id] = URL.createObjectURL(new Blob([photo.bytes]));
  }
  return found;
}
