import type { LocalDate } from "../calendar/local-date.ts";
import type { AffiliationKind } from "../people/team.ts";
import type { ParticipationFigures } from "./certificate.ts";

/** A37: bodies that classify their own members by the year, and take participation for a criterion of it. */
export const CLASSIFYING_UNIONS = [
  "youth_union",
  "womens_union",
  "farmers_union",
  "veterans_union",
  "front",
  "party",
] as const satisfies readonly AffiliationKind[];
export type ClassifyingUnion = (typeof CLASSIFYING_UNIONS)[number];

export function isClassifyingUnion(text: string | null): text is ClassifyingUnion {
  return CLASSIFYING_UNIONS.some((kind) => kind === text);
}

/** One member's verified work in these days, as it goes to the union: no points, no phone, nobody who was helped. */
export interface UnionLine {
  readonly memberId: string;
  readonly name: string;
  readonly birthYear: number | null;
  /** The cell or branch; null where none is written down. */
  readonly organisation: string | null;
  readonly teams: readonly string[];
  readonly figures: ParticipationFigures;
}

export interface UnionResults {
  readonly union: ClassifyingUnion;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Of those who agreed, by name. */
  readonly lines: readonly UnionLine[];
  /** Of the union's people on the roster, how many agreed to nothing: a count, never a list. */
  readonly withoutConsent: number;
}

export const UNION_EXPORT_PATHS = {
  desk: "/van-phong/chung-nhan/doan-the",
  file: (exportId: string) => `/van-phong/chung-nhan/doan-the/ket-qua.xlsx?ban=${exportId}`,
} as const;
