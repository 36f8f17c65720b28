import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import type { SentencesOf } from "../rejections.ts";

export const certificateRejections: SentencesOf<CertificateRefusal> = {
  certificate_days_reversed: () => "The first day must not be after the last.",
  certificate_days_ahead: () => "The last day has not come yet. Choose today at the latest.",
  certificate_no_work: () => "No work of these days has been verified yet.",
  certificate_award_revoked: () => "This award was revoked, so there is no certificate for it.",
  certificate_not_on_roster: () => "This account belongs to no member.",
  certificate_name_missing: () => "Write the name to be printed.",
  certificate_revoked_already: () => "This certificate was revoked before.",
  certificate_not_drawn: () =>
    "The machine is busy and could not draw the certificate. Try again in a few minutes.",
  certificate_unknown: () => "No certificate bears this code.",
  union_export_empty: () => "Nobody of this union has agreed to it yet, so there is nothing to send.",
};
