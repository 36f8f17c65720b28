import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makePeriod, type Period, periodHolding } from "#app/domain/calendar/period.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface PlanYear extends Pick<Period, "year" | "firstDay" | "lastDay"> {
  readonly settings: PlanSettings;
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** The plan's own year, of which the state's months begin in December before: the one of today, or an earlier one. */
export async function findPlanYear(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  asked: number | null = null,
): Promise<PlanYear> {
  const settings = await findSettingsOn(tx, communeId, today);
  const { startDay } = settings.cutoff;
  const current = periodHolding("year", today, startDay);
  const { year, firstDay, lastDay } =
    asked === null || asked === current.year ? current : makePeriod("year", asked, 1, startDay);
  return { year, firstDay, lastDay, settings, fromMonth: year * 100 + 1, toMonth: year * 100 + 12 };
}
