import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** Xã, phường, đặc khu; there is no district between them and the province. */
export const COMMUNE_KINDS = ["commune", "ward", "special_zone"] as const;
export type CommuneKind = (typeof COMMUNE_KINDS)[number];

export function isCommuneKind(text: string): text is CommuneKind {
  return (COMMUNE_KINDS as readonly string[]).includes(text);
}

export const LONGEST_COMMUNE_NAME = 80;

/** "Xã Đại Sơn" typed in the field for the name is "Đại Sơn": the kind has a field of its own. */
export function bareCommuneName(typed: string): string {
  const name = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  return name.replace(/^(?:xã|phường|đặc khu)\s+(?=\S)/iu, "");
}

/** Five digits of the national list; leading zeros count. */
export function isCommuneCode(text: string): boolean {
  return /^\d{5}$/.test(text);
}

/** thôn and its like; tổ dân phố; khu phố. What people call theirs is in the words of the commune. */
export const VILLAGE_KINDS = ["village", "residential_group", "neighbourhood"] as const;
export type VillageKind = (typeof VILLAGE_KINDS)[number];

/** The regulation (quy chế) in which the commune made the points scale its own. */
export interface Regulation {
  readonly number: string;
  readonly date: LocalDate;
}

/** Without its regulation a commune runs in trial: its points are practice and enter no year. */
export function isTrial(regulation: Regulation | null): boolean {
  return regulation === null;
}

export type RegulationRefusal =
  | { readonly code: "regulation_number_malformed" }
  | { readonly code: "regulation_date_in_future"; readonly today: LocalDate };

/** "12/QC-UBND", "318/QĐ-UBND", "05/2026/QĐ-UBND": a number, then the groups of the type and the issuer. */
const NUMBER_PATTERN = /^\d{1,5}(?:\/\d{4})?\/\p{Lu}{2,6}(?:-\p{Lu}{2,12}){1,3}$/u;

export function judgeRegulation(
  regulation: Regulation,
  today: LocalDate,
): Verdict<Regulation, RegulationRefusal> {
  const number = tidyDocumentNumber(regulation.number);
  if (!NUMBER_PATTERN.test(number)) return refused({ code: "regulation_number_malformed" });
  if (regulation.date > today) return refused({ code: "regulation_date_in_future", today });
  return allowed({ number, date: regulation.date });
}

/** "Số: 12 / qc - ubnd" as typed by hand is "12/QC-UBND" on paper. */
export function tidyDocumentNumber(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(/^số\s*:?\s*/iu, "")
    .replace(/\s*([/-])\s*/g, "$1")
    .toLocaleUpperCase("vi");
}
