import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import type { FigureProblem } from "#app/domain/carried-over/figure-sheet.ts";
import type { SentencesOf } from "../rejections.ts";
import { capitalised, type Terms } from "../terms.ts";
import type { carriedOver as vi } from "../vi/carried-over.ts";

const metrics = {
  guided_visits: "Visits guided",
  guided_people: "People guided",
  guided_households: "Households guided",
  public_services: "Online public service files",
  eid_level_2: "People with VNeID level 2",
  payment_accounts: "Payment accounts",
  digital_signatures: "Digital signatures",
  digital_shops: "Digital shops",
  sessions: "Sessions and classes",
};

const period = (text: string) => {
  const [year, month] = text.split("-");
  return month === undefined ? `${year}` : `${Number(month)}/${year}`;
};

export const carriedOver = {
  title: "Carried-over figures",
  lead: "What villages counted before this program, with its source.",
  notMixed:
    "Nothing here adds to points, boards or verified work. Wherever it is named, it is called carried over.",
  metrics,
  period,
  start: (day: string) => `The program began on ${day}: only months before, or the year up to then.`,
  all: "On record",
  none: "No figures yet",
  noneBody: "Choose a period and a figure below and type, or paste the table you have.",
  columns: {
    period: "Period",
    metric: "Figure",
    sum: "Sum",
    villages: "Places with a figure",
    source: "Source",
  },
  of: (known: number, all: number) => `${known} of ${all}`,
  choose: "Choose period and figure",
  periodField: "Period",
  periodHint: "A year such as 2025, or a month such as 10/2025.",
  metricField: "Figure",
  show: "Open",
  sheet: (name: string, when: string) => `${name}, ${when}`,
  sheetLead: "An empty field is no figure, which is not zero. Emptying a field removes its figure.",
  village: ({ village }: Terms) => capitalised(village),
  figure: "Figure",
  source: "Source",
  sourceHint: "For example “Report 45/BC-UBND of 20/12/2025”.",
  save: "Save",
  saved: "Figures saved.",
  missing: "No figure",
  fromTable: "Import a table",
  table: {
    title: "Import figures from a table",
    lead: "Paste from Excel or choose a file, look at every row, then take it over.",
    how: "The table needs a column of villages and at least one figure. With a column “Kỳ” each row has its own period.",
    file: "File",
    fileHint: "Excel (.xlsx), LibreOffice (.ods) or CSV.",
    pasted: "Or paste from Excel",
    pastedHint: "With the heading row. You may mend it right here and read it again.",
    period: "Period of the whole table",
    periodHint: "Where the table has no column “Kỳ”. A year such as 2025, or a month such as 10/2025.",
    read: "Read and look",
    preview: "Preview",
    row: "Row",
    result: "Will be written",
    fates: { create: "new", update: "changed", same: "unchanged" },
    ready: (made: number, changed: number, same: number) =>
      `${made} new, ${changed} changed, ${same} unchanged.`,
    problems: (count: number) => `${count} things to mend`,
    problemsBody: "Mend them in the table below and read it again. Nothing has been written.",
    apply: "Take over",
    taken: "Figures taken over.",
    undone: "Undone. The figures are as before.",
    earlier: "Recent imports",
    when: "When",
    state: "State",
    states: { applied: "Taken over", undone: "Undone" },
    undo: "Undo",
    undoOf: (file: string) => `Undo ${file}`,
  },
  problems: {
    figure_village_unknown: ({ found }) => `There is no “${found}”.`,
    figure_period_unclear: ({ found }) =>
      found === "" ? "Which period? Write a year or a month." : `“${found}” is no year or month.`,
    figure_period_after_start: ({ found }) => `${found} is not before the program.`,
    figure_not_a_number: ({ metric, found }) => `${metrics[metric]}: “${found}” is no whole number.`,
    figure_repeated: ({ metric, row }) => `${metrics[metric]}: already in row ${row}.`,
    figure_counted_twice: ({ metric, period: other }) =>
      `${metrics[metric]}: there is a figure of ${period(other)}; it would count twice.`,
  } satisfies { [Code in FigureProblem["code"]]: (facts: Extract<FigureProblem, { code: Code }>) => string },
} satisfies typeof vi;

export const carriedOverRejections = {
  carried_period_unclear: () => "Write a year such as 2025, or a month such as 10/2025.",
  carried_period_after_start: ({ start }) => {
    const { day, month, year } = partsOf(start);
    return `The program began on ${day}/${month}/${year}. From then on only verified work counts; choose an earlier period.`;
  },
  carried_not_a_figure: ({ maximum }) => `A whole number from 0 to ${maximum}, or nothing.`,
  carried_counted_twice: ({ period: other, village }) =>
    `${village} has this figure for ${period(other)}: the same work would count twice. Remove that one first.`,
  carried_table_has_problems: ({ count }) => `The table has ${count} things to mend. Read it again first.`,
  no_figure_header: () => "No heading was found: a column of villages (“Thôn”) and at least one figure.",
  no_figures: () => "The table has no figures.",
} satisfies SentencesOf<CarriedOverRefusal>;
