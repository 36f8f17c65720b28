import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import type { CarriedPeriod } from "#app/domain/carried-over/carried-period.ts";
import { type FigureRow, readFigureSheet } from "#app/domain/carried-over/figure-sheet.ts";
import { type ImportRefusal, MOST_IMPORT_ROWS } from "#app/domain/people/import-refusals.ts";
import { makeVillageMatcher } from "#app/domain/people/match-village.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { refuseApart } from "#app/features/roster-import/plan-records.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findFigures, findStart } from "./find-figures.server.ts";

export interface TablePreview {
  readonly rows: readonly FigureRow[];
  /** The table in plain words, with tabs: what is looked at is what will be sent. */
  readonly text: string;
  readonly counts: {
    readonly create: number;
    readonly update: number;
    readonly same: number;
    readonly problems: number;
  };
}

type Refusal = ImportRefusal | Extract<CarriedOverRefusal, { code: "no_figure_header" | "no_figures" }>;
type Table = readonly (readonly (string | number | boolean | null)[])[];

const MOST_ROWS = 1_000;

/** What a table of figures would do. Nothing is kept: these are sums of villages, and the page carries the table. */
export async function previewTable(
  platform: Pick<Platform, "db" | "apart">,
  scope: CommuneScope,
  bytes: Uint8Array,
  period: CarriedPeriod | null,
): Promise<Verdict<TablePreview, Refusal>> {
  const answer = await platform.apart.run("read-table", { bytes });
  if (!answer.ok) return refuseApart(answer);
  if (!answer.output.ok) return refused({ code: answer.output.code });
  const grids = answer.output.sheets.map(({ rows }) => rows);
  return platform.db.withCommunes(scope, async (tx) => {
    for (const grid of grids) {
      const preview = await readTable(tx, onlyCommune(scope), grid, period);
      if (preview.ok || preview.code !== "no_figure_header") return preview;
    }
    return refused({ code: "no_figure_header" });
  });
}

/** The first sheet with a heading of villages and figures, held against what stands now. */
export async function readTable(
  tx: Tx,
  communeId: number,
  grid: Table,
  period: CarriedPeriod | null,
): Promise<Verdict<TablePreview, Refusal>> {
  if (grid.length > MOST_IMPORT_ROWS) return refused({ code: "too_many_rows", maximum: MOST_ROWS });
  const sheet = readFigureSheet(grid, {
    known: await findFigures(tx, communeId),
    findVillage: makeVillageMatcher(await findVillages(tx, communeId)),
    start: await findStart(tx, communeId),
    period,
  });
  if (!sheet.ok) return refused({ code: "no_figure_header" });
  if (sheet.rows.length > MOST_ROWS) return refused({ code: "too_many_rows", maximum: MOST_ROWS });
  const figures = sheet.rows.flatMap((row) => row.figures);
  const problems = sheet.rows.reduce((sum, row) => sum + row.problems.length, 0);
  if (figures.length === 0 && problems === 0) return refused({ code: "no_figures" });
  const count = (fate: string) => figures.filter((figure) => figure.fate === fate).length;
  return allowed({
    rows: sheet.rows,
    text: textOf(grid),
    counts: { create: count("create"), update: count("update"), same: count("same"), problems },
  });
}

function textOf(grid: Table): string {
  return grid
    .map((row) =>
      row.map((cell) => (cell === null ? "" : String(cell).replace(/[\t\r\n]+/g, " "))).join("\t"),
    )
    .join("\n")
    .trimEnd();
}
