import type { Rejection } from "#app/messages/rejections.ts";
import { ACTIVITY_PATHS } from "./paths.ts";
import { readPhotoDay } from "./photo-day.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

type Sent = { readonly photoId: string } | { readonly refusal: Rejection | null };

/** Longer than this no small picture takes on a line that works; the phone keeps it instead. */
const PATIENCE_MS = 40_000;

/** Sends one picture under the name the phone gave it. XMLHttpRequest, because fetch does not tell how far it is. */
export async function sendPhoto(
  id: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<Sent> {
  const body = new FormData();
  body.set("id", id);
  const takenOn = await readPhotoDay(file);
  if (takenOn !== null) body.set("takenOn", takenOn);
  body.set("photo", await shrinkPhoto(file), "photo.jpg");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () => resolve({ refusal: null });
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0);
    request.onload = () => resolve(readAnswer(request.response));
    request.onerror = fail;
    request.onabort = fail;
    request.ontimeout = fail;
    request.timeout = PATIENCE_MS;
    request.open("POST", ACTIVITY_PATHS.sendPhoto);
    request.send(body);
  });
}

function readAnswer(answer: unknown): Sent {
  if (typeof answer !== "object" || answer === null) return { refusal: null };
  const { ok, value, ...refusal } = answer as { ok?: boolean; value?: { photoId?: string } } & Rejection;
  if (ok && value?.photoId) return { photoId: value.photoId };
  return { refusal: typeof refusal.code === "string" ? (refusal as Rejection) : null };
}
