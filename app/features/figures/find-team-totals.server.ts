import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Counted, FigureMonth, SubjectFigures } from "#app/domain/figures/figures.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { figureMonths } from "./figures.sql.ts";
import { findQuota, findUnits } from "./read-figures.server.ts";
import { TEAM_TOTALS } from "./team-totals.sql.ts";

export interface TeamTotals
  extends Pick<SubjectFigures, "id" | "name" | "villageId" | "roster" | "quotaPeople" | "points">,
    Pick<Counted, "claims" | "visits" | "people" | "households"> {
  readonly village: string | null;
}

const NOTHING = { claims: 0, visits: 0, people: 0, households: 0, points: 0 };

/** A month of every team in one commune, in sums alone: for readers of many communes. Empty before its month began. */
export async function findTeamTotals(
  tx: Tx,
  communeId: number,
  monthId: number,
  today: LocalDate,
): Promise<TeamTotals[]> {
  const [month] = await tx.$queryRawUnsafe<FigureMonth[]>(
    figureMonths("months"),
    communeId,
    monthId,
    monthId,
  );
  if (!month) return [];
  const days = { first: month.firstDay, last: month.lastDay };
  const units = await findUnits(tx, communeId, days, days.last < today ? days.last : today);
  const sums = await tx.$queryRawUnsafe<(typeof NOTHING & { id: number })[]>(TEAM_TOTALS, communeId, monthId);
  const quota = await findQuota(
    tx,
    communeId,
    { kind: "months", fromMonth: monthId, toMonth: monthId },
    "team",
  );
  const sumsOf = new Map(sums.map((row) => [row.id, row]));
  const villages = new Map(
    units.flatMap(({ subject, id, name }) => (subject === "village" ? [[id, name]] : [])),
  );
  return units
    .filter(({ subject }) => subject === "team")
    .map(({ id, name, villageId, roster }) => ({
      ...NOTHING,
      ...sumsOf.get(id),
      id,
      name,
      villageId,
      village: villageId === null ? null : (villages.get(villageId) ?? null),
      roster,
      quotaPeople: quota.get(id) ?? 0,
    }));
}
