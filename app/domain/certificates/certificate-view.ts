import type { LocalDate } from "../calendar/local-date.ts";
import type { BadgeProposal } from "../plan/badge-proposal.ts";
import type { CommuneKind } from "../roster/commune.ts";
import type { CertificateContent, CertificateState } from "./certificate.ts";

/** The commune as it is called on the day of issue. */
export interface Issuer {
  readonly kind: CommuneKind;
  readonly name: string;
  readonly province: string;
}

/** A paper as every screen, file and check reads it. */
export interface CertificateView {
  readonly id: string;
  readonly code: string;
  /** "07/2026" as it is printed. */
  readonly number: string;
  readonly content: CertificateContent;
  /** Null once the person had their data erased. */
  readonly holderName: string | null;
  readonly issuer: Issuer;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly state: CertificateState;
  readonly revokeReason: string | null;
  readonly credential: string | null;
  /** What its medal is cast in; null on a paper of participation. */
  readonly medal: { readonly award: BadgeProposal["award"]; readonly tier: number } | null;
  /** First letters of the hash of what it says, printed beside the code. */
  readonly digest: string;
}
