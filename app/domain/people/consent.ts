import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { shortenName } from "./person-name.ts";

// Luật 91/2025/QH15: consent is asked for one purpose at a time, can be shown afterwards, and can be withdrawn.

export const CONSENT_PURPOSES = ["public_full_name", "public_photo", "union_export"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_CHANNELS = ["screen", "paper", "spoken"] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** Raised when the words that are shown beside the button change: who agreed to the old words agreed to those. */
export const CONSENT_TEXT_VERSION = 1;

export interface Consent {
  readonly purpose: ConsentPurpose;
  readonly textVersion: number;
  readonly channel: ConsentChannel;
  readonly withdrawnAt: Date | string | null;
}

export function standsFor(
  purpose: ConsentPurpose,
  consents: readonly Pick<Consent, "purpose" | "withdrawnAt">[],
): boolean {
  return consents.some((consent) => consent.purpose === purpose && consent.withdrawnAt === null);
}

/** What a public page shows of a member: the full name only while a consent to it stands (rule 6 of the boards). */
export function publicNameOf(
  member: { readonly fullName: string; readonly isErased: boolean },
  consents: readonly Pick<Consent, "purpose" | "withdrawnAt">[],
): string {
  if (member.isErased) return member.fullName;
  return standsFor("public_full_name", consents) ? member.fullName : shortenName(member.fullName);
}

/** Stands where the name stood. Not translated: it is what the record says. */
export const ERASED_NAME = "Người đã xóa dữ liệu";

export const DATA_REQUEST_KINDS = ["access", "correct", "restrict", "erase"] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** NĐ 356/2025: days the commune has, counted from the day after it was asked. */
export const DAYS_TO_ANSWER: Record<DataRequestKind, number> = {
  access: 10,
  correct: 10,
  restrict: 15,
  erase: 20,
};

export function dueDayOf(kind: DataRequestKind, receivedOn: LocalDate): LocalDate {
  return addDays(receivedOn, DAYS_TO_ANSWER[kind]);
}

/** More than these in a day is not the work of one officer. */
export const MOST_REVEALS_A_DAY = 30;

export type PersonalDataRefusal =
  | { readonly code: "not_on_roster" }
  | { readonly code: "phone_not_kept" }
  | { readonly code: "reveals_spent"; readonly maximum: number }
  | { readonly code: "consent_text_changed" }
  | { readonly code: "consent_screen_is_own" }
  | { readonly code: "erase_yourself_not" }
  | { readonly code: "erase_name_differs" }
  | { readonly code: "data_request_open"; readonly dueOn: LocalDate };
