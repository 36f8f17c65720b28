import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperSigner } from "#app/domain/documents/paper.ts";
import type { DocumentHeader } from "#app/domain/plan/document-template.ts";
import { paperWords } from "#app/messages/paper-words.ts";

type Face = Pick<Paper, "letterhead" | "placeAndDate" | "foot">;

/** What stands around the text of every paper that the commune itself issues. */
export function faceOfCommune(header: DocumentHeader, day: LocalDate): Face {
  return {
    letterhead: {
      superiorBody: header.superiorBody,
      issuingBody: header.issuingBody,
      country: paperWords.country,
      motto: paperWords.motto,
    },
    placeAndDate: paperWords.placeAndDate(header.place, day),
    foot: {
      recipientsTitle: paperWords.recipientsTitle,
      recipients: header.recipients,
      signers: [signerOf([header.signsFor, header.signerTitle])],
    },
  };
}

export function signerOf(lines: readonly string[], name: string | null = null): PaperSigner {
  return { lines: lines.filter((line) => line !== ""), hint: null, name };
}
