import type { MaterialRefusal } from "#app/domain/materials/material.ts";
import type { SentencesOf } from "../rejections.ts";

export const materialRejections = {
  material_has_nothing: () => "Send a picture or PDF, paste a link, or write the text for the loudspeaker.",
  material_decided_already: () => "Somebody has decided on this material already.",
  material_changed_meanwhile: () => "Somebody has just changed this material. Reload and try again.",
  material_is_yours: () => "What you sent is decided on by somebody else.",
  materials_waiting_full: ({ maximum }) =>
    `${maximum} of your materials are waiting. Wait for an answer first.`,
} satisfies SentencesOf<MaterialRefusal>;
