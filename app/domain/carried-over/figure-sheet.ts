import type { LocalDate } from "../calendar/local-date.ts";
import { type Cell, findHeading, type Grid, type Headings } from "../people/sheet-heading.ts";
import { frameOfRow, textOf } from "../people/sheet-rows.ts";
import { type CarriedPeriod, judgeCarriedPeriod, overlaps, parseCarriedPeriod } from "./carried-period.ts";
import { CARRIED_METRICS, type CarriedMetric, readFigure } from "./metric.ts";

type FigureField = "number" | "village" | "period" | CarriedMetric;

const HEADINGS: Headings<FigureField> = [
  ["number", ["stt", "tt"]],
  [
    "village",
    ["thon", "tdp", "to dan pho", "khu pho", "khu", "ban", "ap", "buon", "lang", "don vi", "thon, ban"],
  ],
  ["period", ["ky", "thang", "nam", "thoi gian", "thoi ky"]],
  ["guided_visits", ["luot huong dan", "so luot huong dan", "luot nguoi", "so luot", "luot"]],
  ["guided_people", ["nguoi duoc huong dan", "so nguoi duoc huong dan", "so nguoi"]],
  ["guided_households", ["ho duoc huong dan", "so ho duoc huong dan", "so ho"]],
  ["public_services", ["ho so dich vu cong", "ho so dvc", "dich vu cong", "ho so truc tuyen", "so ho so"]],
  ["eid_level_2", ["vneid", "dinh danh", "dinh danh dien tu", "kich hoat vneid", "so nguoi kich hoat vneid"]],
  ["payment_accounts", ["tai khoan thanh toan", "tai khoan", "so tai khoan thanh toan", "vi dien tu"]],
  ["digital_signatures", ["chu ky so", "so chu ky so", "chung thu"]],
  ["digital_shops", ["cua hang so", "gian hang", "gian hang so", "so gian hang"]],
  ["sessions", ["buoi tuyen truyen", "so buoi", "lop hoc", "buoi", "hoi nghi"]],
];

export interface CarriedFigure {
  readonly villageId: number;
  readonly period: CarriedPeriod;
  readonly metric: CarriedMetric;
  readonly value: number;
}

export type FigureProblem =
  | { code: "figure_village_unknown"; found: string }
  | { code: "figure_period_unclear"; found: string }
  | { code: "figure_period_after_start"; found: string }
  | { code: "figure_not_a_number"; metric: CarriedMetric; found: string }
  | { code: "figure_repeated"; metric: CarriedMetric; row: number }
  | { code: "figure_counted_twice"; metric: CarriedMetric; period: CarriedPeriod };

export interface FigureRow {
  /** As counted in the sheet, from 1. */
  readonly row: number;
  readonly village: string;
  readonly period: string;
  readonly figures: readonly (CarriedFigure & { readonly fate: "create" | "update" | "same" })[];
  readonly problems: readonly FigureProblem[];
}

export type FigureSheet =
  | {
      readonly ok: true;
      readonly rows: readonly FigureRow[];
      /** Which figures the table brings at all. */
      readonly metrics: readonly CarriedMetric[];
    }
  | { readonly ok: false; readonly code: "no_figure_header" };

export interface FigureFacts {
  readonly known: readonly CarriedFigure[];
  readonly findVillage: (words: string) => number | null;
  readonly start: LocalDate;
  /** Where the table has no column for it. */
  readonly period: CarriedPeriod | null;
}

/** Reads a table of villages and figures and says, row by row, what it would do. An empty cell is no figure. */
export function readFigureSheet(grid: Grid, facts: FigureFacts): FigureSheet {
  const heading = findHeading(grid, HEADINGS, "village");
  const metrics = CARRIED_METRICS.filter((metric) => heading?.columns.has(metric));
  if (!heading || metrics.length === 0) return { ok: false, code: "no_figure_header" };
  const known = new Map(facts.known.map((figure) => [keyOf(figure), figure]));
  const seen = new Map<string, { figure: CarriedFigure; row: number }>();
  const rows: FigureRow[] = [];
  for (let index = heading.firstRow; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    const frame = frameOfRow(cells);
    if (frame === "after_table") break;
    if (frame !== null) continue;
    const text = (field: FigureField) => cellOf(cells, heading.columns.get(field));
    const village = text("village");
    if (village === "") continue;
    const problems: FigureProblem[] = [];
    const villageId = facts.findVillage(village);
    if (villageId === null) problems.push({ code: "figure_village_unknown", found: village });
    const periodText = text("period") || (facts.period ?? "");
    const period = readPeriod(periodText, facts.start, problems);
    const figures: FigureRow["figures"][number][] = [];
    for (const metric of metrics) {
      const written = text(metric);
      if (written === "" || written === "-") continue;
      const value = readFigure(written);
      if (value === null) problems.push({ code: "figure_not_a_number", metric, found: written });
      if (value === null || villageId === null || period === null) continue;
      const figure = { villageId, period, metric, value };
      const earlier = seen.get(keyOf(figure));
      if (earlier) problems.push({ code: "figure_repeated", metric, row: earlier.row });
      const clash = clashOf(figure, [...facts.known, ...[...seen.values()].map((each) => each.figure)]);
      if (clash) problems.push({ code: "figure_counted_twice", metric, period: clash.period });
      seen.set(keyOf(figure), { figure, row: index + 1 });
      const stored = known.get(keyOf(figure));
      figures.push({ ...figure, fate: !stored ? "create" : stored.value === value ? "same" : "update" });
    }
    rows.push({ row: index + 1, village, period: period ?? periodText, figures, problems });
  }
  return { ok: true, rows, metrics };
}

function readPeriod(text: string, start: LocalDate, problems: FigureProblem[]): CarriedPeriod | null {
  const period = parseCarriedPeriod(text);
  if (period === null) {
    problems.push({ code: "figure_period_unclear", found: text });
    return null;
  }
  if (judgeCarriedPeriod(period, start).ok) return period;
  problems.push({ code: "figure_period_after_start", found: text });
  return null;
}

/** The year of this month, or a month of this year, that already holds the same figure of the village. */
export function clashOf(figure: CarriedFigure, others: readonly CarriedFigure[]): CarriedFigure | null {
  return (
    others.find(
      ({ villageId, metric, period }) =>
        villageId === figure.villageId && metric === figure.metric && overlaps(period, figure.period),
    ) ?? null
  );
}

function keyOf({ villageId, period, metric }: CarriedFigure): string {
  return `${villageId}/${period}/${metric}`;
}

function cellOf(cells: readonly Cell[], column: number | undefined): string {
  return column === undefined ? "" : textOf(cells[column] ?? null);
}
