import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const carriedPeriod = (text: string) => {
  const [year, month] = text.split("-");
  return month === undefined ? `${year}` : `${Number(month)}/${year}`;
};

export const carriedOverRejections = {
  carried_period_unclear: () => "Write a year such as 2025, or a month such as 10/2025.",
  carried_period_after_start: ({ start }) => {
    const { day, month, year } = partsOf(start);
    return `The program began on ${day}/${month}/${year}. From then on only verified work counts; choose an earlier period.`;
  },
  carried_not_a_figure: ({ maximum }) => `A whole number from 0 to ${maximum}, or nothing.`,
  carried_counted_twice: ({ period: other, village }) =>
    `${village} has this figure for ${carriedPeriod(other)}: the same work would count twice. Remove that one first.`,
  carried_table_has_problems: ({ count }) => `The table has ${count} things to mend. Read it again first.`,
  no_figure_header: () => "No heading was found: a column of villages (“Thôn”) and at least one figure.",
  no_figures: () => "The table has no figures.",
} satisfies SentencesOf<CarriedOverRefusal>;
