import { z } from "zod";
import { MODES, OUTCOMES } from "#app/domain/activity/scheme.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const ROWS_AT_MOST = 20;
export const ROWS_USUALLY = 5;

/** The fields of one line of a sheet; each carries the number of its line, from 1. */
export const ROW_FIELDS = [
  "day",
  "kind",
  "mode",
  "person",
  "service",
  "outcome",
  "visits",
  "minutes",
  "place",
  "note",
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

export const deskSchema = z.object({
  to: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }).optional(),
  member: idText().optional(),
  rows: wholeNumber({ minimum: 1, maximum: ROWS_AT_MOST }).optional(),
});

/** A sheet of so many lines. A line without its kind is an empty one. */
export function paperSchema(rows: number) {
  const line = (number: number) => ({
    [`id${number}`]: idText(),
    [`day${number}`]: dayText().optional(),
    [`kind${number}`]: lineText({ maximum: 60 }).optional(),
    [`mode${number}`]: z.enum(MODES).optional(),
    [`person${number}`]: lineText({ maximum: 40 }).optional(),
    [`service${number}`]: lineText({ maximum: 60 }).optional(),
    [`outcome${number}`]: z.enum(OUTCOMES).optional(),
    [`visits${number}`]: wholeNumber({ minimum: 0, maximum: 2_000 }).optional(),
    [`minutes${number}`]: wholeNumber({ minimum: 1, maximum: 1_440 }).optional(),
    [`place${number}`]: lineText({ maximum: 160 }).optional(),
    [`note${number}`]: noteText({ maximum: 500 }).optional(),
  });
  const shape: z.ZodRawShape = Object.assign(
    {},
    ...Array.from({ length: rows }, (_, index) => line(index + 1)),
  );
  return z.object({
    ...shape,
    team: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
    member: idText(),
    /** The name of this sending of the picture, and the picture that arrived with an earlier try. */
    sheetId: idText(),
    sheet: idText().optional(),
  });
}
