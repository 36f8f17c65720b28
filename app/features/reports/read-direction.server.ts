import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { WorkFigures } from "#app/domain/figures/figures.ts";
import { type YouthFigures, youthFiguresOf } from "#app/domain/reports/report.ts";
import { figureSpanOf, monthSpan, parseReportPeriod } from "#app/domain/reports/report-period.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findFigures } from "#app/features/figures/read-figures.server.ts";

export interface DirectionFigures {
  readonly claims: number;
  readonly visits: number;
  readonly people: number;
  readonly proficient: number;
  readonly households: number;
}

interface DirectionLine extends DirectionFigures {
  readonly id: number;
  readonly name: string;
}

interface Direction {
  readonly monthId: number | null;
  readonly today: DirectionFigures;
  readonly period: DirectionFigures;
  readonly villages: readonly DirectionLine[];
}

/** J13: today and the running period, read from the ledger at this moment and kept nowhere. */
export function readDirection(caller: Caller): Promise<Direction> {
  const scope = caller.scope("reports.read-direction");
  const communeId = onlyCommune(scope);
  const today = localDateAt(caller.now.getTime());
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const on = toDatabaseDay(today);
    const month = await tx.month.findFirst({
      where: { communeId, firstDay: { lte: on }, lastDay: { gte: on } },
      select: { id: true },
    });
    const ofDay = await findFigures(tx, communeId, { kind: "days", from: today, to: today }, today);
    const span = month && figureSpanOf(monthSpan(month.id));
    const ofMonth = span && (await findFigures(tx, communeId, span, today));
    return {
      monthId: month?.id ?? null,
      today: figuresOf(ofDay.commune),
      period: figuresOf((ofMonth ?? ofDay).commune),
      villages: (ofMonth ?? ofDay).villages.map((line) => ({
        id: line.id,
        name: line.name,
        ...figuresOf(line),
      })),
    };
  });
}

function figuresOf({ claims, visits, people, proficient, households }: WorkFigures): DirectionFigures {
  return { claims, visits, people, proficient, households };
}

export interface YouthReport {
  readonly period: string;
  readonly days: { readonly first: string; readonly last: string } | null;
  readonly figures: YouthFigures;
}

/** F05, J10: exactly the four numbers; null where the period is none. */
export function readYouthReport(caller: Caller, key: string): Promise<YouthReport> | null {
  const span = parseReportPeriod(key);
  if (span === null) return null;
  const scope = caller.scope("reports.read-youth");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const figures = await findFigures(tx, communeId, figureSpanOf(span), caller.today);
    return { period: span.key, days: figures.days, figures: youthFiguresOf(figures.commune) };
  });
}
