import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { receivePhoto } from "#app/features/photos/receive-photo.server.ts";
import { closeMarketPlace, recordMarketProof } from "./keep-market.server.ts";
import { proofSchema } from "./market.schema.ts";
import { readMarketPlace } from "./market-places.server.ts";

type PlaceAnswer =
  /** The village to go back to, where the place is no more. */
  | { readonly ok: true; readonly villageId: number | null }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The buttons of one place; null: no such button, or not for this person. */
export async function answerPlaceForm(
  caller: Caller,
  placeId: string,
  fields: FormData,
): Promise<PlaceAnswer> {
  const place = await readMarketPlace(caller, placeId);
  if (!place?.mayKeep) return null;
  const act = fields.get("act");
  if (act === "close") {
    // One tap must not take a stall off the register: there is no way back.
    if (fields.get("sure") !== "yes")
      return { ok: false, problems: { sure: { code: "required" } }, values: {} };
    const verdict = await closeMarketPlace(caller, placeId);
    return verdict.ok ? { ok: true, villageId: place.villageId } : null;
  }
  if (act !== "prove") return null;
  const file = fields.get("photo");
  const form = await readForm(fields, proofSchema);
  if (!form.ok) return form;
  const { id, item, answer, claimId = null } = form.value;
  const isMet = answer === "yes";
  let photoId: string | null = null;
  if (isMet && file instanceof Blob && file.size > 0) {
    const sending = new FormData();
    sending.set("id", makeId(caller.now.getTime(), caller.platform.random.bytes(10)));
    sending.set("photo", file);
    const photo = await receivePhoto(caller, sending);
    if (!photo.ok) return { ok: false, problems: { photo }, values: form.values };
    photoId = photo.value.photoId;
  }
  const verdict = await recordMarketProof(caller, { id, placeId, item, isMet, claimId, photoId });
  if (verdict.ok) return { ok: true, villageId: null };
  if (verdict.code === "not_permitted") return null;
  return { ok: false, problems: { form: verdict }, values: form.values };
}
