/** E03, E04, L14: for whom a class for residents was held. */
export const CLASS_AUDIENCES = [
  "everybody",
  "elderly",
  "disabled",
  "ethnic_minority",
  "poor_household",
  "remote",
  "manual_worker",
  "youth",
  "business",
] as const;
export type ClassAudience = (typeof CLASS_AUDIENCES)[number];

/** Kinds of work that are a class or a talk before people. */
export const CLASS_KINDS: readonly string[] = ["class"];

export interface ClassSheet {
  readonly topics: readonly string[];
  readonly audiences: readonly ClassAudience[];
  readonly teacher: string | null;
  readonly learners: number;
  readonly elderly: number;
  readonly disabled: number;
  /** Could do it alone at the end. */
  readonly able: number;
}

export interface ClassSums {
  readonly classes: number;
  readonly learners: number;
  readonly elderly: number;
  readonly disabled: number;
  readonly able: number;
}
