import type { LocalDate } from "../calendar/local-date.ts";

/** What a certificate says, beside the name of whom it is about. Kept as it was said on the day of issue. */
export type CertificateContent = AwardContent | ParticipationContent;

/** A badge or a title that was earned. */
export type AwardContent = {
  readonly is: "award";
  readonly badgeKey: string;
  readonly badgeVersion: number;
  readonly title: string;
  readonly description: string;
  readonly tier: number | null;
  readonly earnedOn: LocalDate;
  /** Of the decision that recognised a title; a badge by rule has none. */
  readonly decision: { readonly number: string; readonly date: LocalDate } | null;
};

/** Volunteer work of any range of days, for a school, a union, an employer. */
export type ParticipationContent = {
  readonly is: "participation";
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly figures: ParticipationFigures;
  readonly teams: readonly { readonly name: string; readonly role: "leader" | "deputy" | "member" }[];
};

export type ParticipationFigures = {
  readonly claims: number;
  /** Different days with verified work. */
  readonly days: number;
  /** Where somebody wrote down how long it took; never guessed for the rest. */
  readonly minutes: number;
  readonly claimsWithMinutes: number;
  /** Different people who are known; visits count everybody (rule 8). */
  readonly people: number;
  readonly visits: number;
  readonly asTeacher: number;
  readonly asHelper: number;
};

export type CertificateState =
  | { readonly is: "valid" }
  | { readonly is: "expired"; readonly since: LocalDate }
  | { readonly is: "revoked"; readonly on: LocalDate };

export interface CertificateFacts {
  readonly validUntil: LocalDate | null;
  readonly revokedOn: LocalDate | null;
  /** The award behind it can be taken back as well, and takes the paper along. */
  readonly awardRevokedOn: LocalDate | null;
}

export function stateOf(
  { validUntil, revokedOn, awardRevokedOn }: CertificateFacts,
  today: LocalDate,
): CertificateState {
  const first = [revokedOn, awardRevokedOn].filter((day) => day !== null).sort()[0];
  if (first !== undefined) return { is: "revoked", on: first };
  if (validUntil !== null && validUntil < today) return { is: "expired", since: validUntil };
  return { is: "valid" };
}

export type CertificateRefusal =
  | { readonly code: "certificate_days_reversed" }
  | { readonly code: "certificate_days_ahead" }
  | { readonly code: "certificate_no_work" }
  | { readonly code: "certificate_award_revoked" }
  | { readonly code: "certificate_not_on_roster" }
  | { readonly code: "certificate_name_missing" }
  | { readonly code: "certificate_revoked_already" }
  | { readonly code: "certificate_not_drawn" }
  | { readonly code: "certificate_unknown" }
  | { readonly code: "union_export_empty" };

/** A range that can be certified: in order, and past, for nothing is certified before it happened. */
export function judgeRange(from: LocalDate, to: LocalDate, today: LocalDate): CertificateRefusal | null {
  if (from > to) return { code: "certificate_days_reversed" };
  if (to > today) return { code: "certificate_days_ahead" };
  return null;
}
