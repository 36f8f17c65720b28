import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import {
  type CarriedPeriod,
  judgeCarriedPeriod,
  parseCarriedPeriod,
} from "#app/domain/carried-over/carried-period.ts";
import { CARRIED_METRICS, type CarriedMetric, isCarriedMetric } from "#app/domain/carried-over/metric.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findFigures, findStart, type StoredFigure } from "./find-figures.server.ts";

export interface PeriodSum {
  readonly period: CarriedPeriod;
  readonly metric: CarriedMetric;
  readonly sum: number;
  /** How many villages have a figure; the others have none, which is not zero. */
  readonly villages: number;
  readonly sources: readonly string[];
}

export interface FigureSheetView {
  readonly start: LocalDate;
  readonly villageCount: number;
  readonly sums: readonly PeriodSum[];
  readonly period: CarriedPeriod;
  readonly metric: CarriedMetric;
  readonly source: string;
  readonly lines: readonly {
    readonly villageId: number;
    readonly name: string;
    readonly value: number | null;
  }[];
}

/** What there is in all, and one figure of one period for every village, to be read or typed in. */
export function readFigures(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  wish: { readonly period: string | null; readonly metric: string | null },
): Promise<FigureSheetView> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const start = await findStart(tx, communeId);
    const villages = await findVillages(tx, communeId);
    const figures = await findFigures(tx, communeId);
    const asked = parseCarriedPeriod(wish.period ?? "");
    const period =
      asked !== null && judgeCarriedPeriod(asked, start).ok ? asked : String(partsOf(start).year - 1);
    const metric = isCarriedMetric(wish.metric ?? "") ? (wish.metric as CarriedMetric) : CARRIED_METRICS[0];
    const here = figures.filter((figure) => figure.period === period && figure.metric === metric);
    const figureOf = new Map(here.map(({ villageId, value }) => [villageId, value]));
    return {
      start,
      villageCount: villages.length,
      sums: sumUp(figures),
      period,
      metric,
      source: here[0]?.source ?? "",
      lines: villages.map(({ id, name }) => ({ villageId: id, name, value: figureOf.get(id) ?? null })),
    };
  });
}

function sumUp(figures: readonly StoredFigure[]): PeriodSum[] {
  const sums = new Map<string, { -readonly [Key in keyof PeriodSum]: PeriodSum[Key] }>();
  for (const { period, metric, value, source } of figures) {
    const key = `${period}/${metric}`;
    const sum = sums.get(key) ?? { period, metric, sum: 0, villages: 0, sources: [] };
    sum.sum += value;
    sum.villages += 1;
    if (!sum.sources.includes(source)) sum.sources = [...sum.sources, source];
    sums.set(key, sum);
  }
  return [...sums.values()];
}
