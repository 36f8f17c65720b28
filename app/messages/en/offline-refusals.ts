import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import type { SentencesOf } from "../rejections.ts";

export const offlineRefusals = {
  envelope_not_signed: () =>
    "This record does not carry the signature of the phone that wrote it and is not taken.",
  envelope_repeated: () =>
    "The phone used this number for another record. Open the record, save it again and send it.",
  device_key_not_valid: () =>
    "This phone is not bound to the account yet. Sign in again on the phone, then send.",
  photo_part_not_readable: () => "A piece of the photo was damaged on its way. The photo is sent again.",
  held_decided: () => "Somebody has looked at this work already.",
  held_own_work: () => "One's own work is looked at by somebody else.",
  held_needs_office: () => "The month of this work is closed; only the office can add it.",
  held_needs_reason: () => "Write why it is not taken, so that the sender knows.",
  held_not_takeable: () =>
    "It cannot be taken for this day: the member was in no team then, or a household or service has changed.",
} satisfies SentencesOf<OfflineRefusal>;
